/** SIC 2007 sections in plain words, for "an employer in …". */
export const SIC_SECTIONS: Readonly<Record<string, string>> = {
  A: 'farming, forestry and fishing',
  B: 'mining and quarrying',
  C: 'manufacturing',
  D: 'energy supply',
  E: 'water and waste',
  F: 'construction',
  G: 'retail, wholesale and motor trades',
  H: 'transport and storage',
  I: 'hotels, restaurants and catering',
  J: 'information and communication',
  K: 'finance and insurance',
  L: 'property',
  M: 'professional, scientific and technical services',
  N: 'administrative and support services',
  O: 'public administration and defence',
  P: 'education',
  Q: 'health and social work',
  R: 'arts, entertainment and recreation',
  S: 'other services',
};

export const sectionName = (section: string): string => SIC_SECTIONS[section] ?? `section ${section}`;

/** SIC 2007 divisions: the last division of each section. */
const LAST_DIVISIONS: readonly (readonly [last: number, section: string])[] = [
  [3, 'A'],
  [9, 'B'],
  [33, 'C'],
  [35, 'D'],
  [39, 'E'],
  [43, 'F'],
  [47, 'G'],
  [53, 'H'],
  [56, 'I'],
  [63, 'J'],
  [66, 'K'],
  [68, 'L'],
  [75, 'M'],
  [82, 'N'],
  [84, 'O'],
  [85, 'P'],
  [88, 'Q'],
  [93, 'R'],
  [96, 'S'],
];

/** Section A–S of a five-digit SIC 2007 code; undefined for households and bodies outside the UK. */
export const sectionOfSic = (sic: string): string | undefined =>
  LAST_DIVISIONS.find(([last]) => Number(sic.slice(0, 2)) <= last)?.[1];
