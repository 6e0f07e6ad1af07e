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
