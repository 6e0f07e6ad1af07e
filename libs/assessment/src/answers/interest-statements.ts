import { rowsOf, wordsOf } from '../content/question-file.js';

/** Holland's six themes in the order R, I, A, S, E, C, in which O*NET publishes them; the names are ours. */
export const INTEREST_THEMES = ['R', 'I', 'A', 'S', 'E', 'C'] as const;
export type InterestTheme = (typeof INTEREST_THEMES)[number];

export const INTEREST_THEME_NAMES: Readonly<Record<InterestTheme, string>> = {
  R: 'Making and mending',
  I: 'Finding out',
  A: 'Creating',
  S: 'Helping people',
  E: 'Leading and selling',
  C: 'Order and detail',
};

const IDS = [
  'R1',
  'R2',
  'R3',
  'I1',
  'I2',
  'I3',
  'A1',
  'A2',
  'A3',
  'S1',
  'S2',
  'S3',
  'E1',
  'E2',
  'E3',
  'C1',
  'C2',
  'C3',
] as const;
export type InterestStatementId = (typeof IDS)[number];

/** Our own statements, three a theme, in the order they are shown. An id names the theme and its number. */
export const INTEREST_STATEMENTS = rowsOf('interests', IDS);

export const INTEREST_STATEMENT_IDS = Object.keys(INTEREST_STATEMENTS) as readonly InterestStatementId[];

export const themeOf = (id: InterestStatementId): InterestTheme => id.charAt(0) as InterestTheme;

export const LIKINGS = ['like', 'neither', 'dislike'] as const;
export type Liking = (typeof LIKINGS)[number];

export const LIKING_WORDS = wordsOf('interests', LIKINGS);

export type InterestAnswers = Readonly<Partial<Record<InterestStatementId, Liking>>>;
