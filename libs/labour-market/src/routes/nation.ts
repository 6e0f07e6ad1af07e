export const NATIONS = ['England', 'Wales', 'Scotland', 'Northern Ireland'] as const;
export type Nation = (typeof NATIONS)[number];

const BY_LETTER: Readonly<Record<string, Nation>> = {
  E: 'England',
  W: 'Wales',
  S: 'Scotland',
  N: 'Northern Ireland',
};

/** The nation of an ONS region or country code (`E12000007`, `W92000004`), if one was given. */
export const nationOf = (region: string | undefined): Nation | undefined =>
  BY_LETTER[region?.charAt(0) ?? ''];
