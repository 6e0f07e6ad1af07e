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
