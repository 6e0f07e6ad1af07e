/**
 * The sectors that reports are grouped under: the SOC major groups, a few of them joined or split by minor group
 * where the American heading would hide what people look for (education leaders stay with education, and so on).
 */
export const SECTORS = {
  management: 'Management and leadership',
  business: 'Business and finance',
  technology: 'Technology and data',
  engineering: 'Engineering and architecture',
  science: 'Science and research',
  community: 'Community, faith and social care',
  law: 'Law',
  government: 'Public service and inspection',
  education: 'Education and training',
  arts: 'Arts, design and media',
  health: 'Health and care',
  protection: 'Emergency services and security',
  hospitality: 'Hospitality, cleaning and personal services',
  sales: 'Sales and retail',
  office: 'Office and administration',
  farming: 'Farming, fishing and forestry',
  construction: 'Construction and mining',
  repair: 'Installation, maintenance and repair',
  manufacturing: 'Manufacturing and production',
  transport: 'Transport and logistics',
} as const;

export type SectorId = keyof typeof SECTORS;

const BY_MAJOR_GROUP: Readonly<Record<string, SectorId>> = {
  '11': 'management',
  '13': 'business',
  '15': 'technology',
  '17': 'engineering',
  '19': 'science',
  '21': 'community',
  '23': 'law',
  '25': 'education',
  '27': 'arts',
  '29': 'health',
  '31': 'health',
  '33': 'protection',
  '35': 'hospitality',
  '37': 'hospitality',
  '39': 'hospitality',
  '41': 'sales',
  '43': 'office',
  '45': 'farming',
  '47': 'construction',
  '49': 'repair',
  '51': 'manufacturing',
  '53': 'transport',
};

/** Sector of a SOC or O*NET-SOC code, or null for a major group we do not list (military, 55). */
export function sectorOf(code: string): SectorId | null {
  return BY_MAJOR_GROUP[code.slice(0, 2)] ?? null;
}
