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

/**
 * Our own statements, three a theme, in the order they are shown: no theme comes twice in a row, so that nobody answers by the heading.
 * An id names the theme and its number, and stays with its words for good.
 */
export const INTEREST_STATEMENTS = {
  R1: 'Mend something until it runs again',
  S1: 'Help someone through a bad day',
  I1: 'Dig into why a thing happens, and test my guess',
  E1: 'Win people over to an idea',
  C1: 'Bring order to a muddle of papers or figures',
  A1: 'Make up the look, the sound or the words of something new',
  R2: 'Be on my feet or outdoors for most of the day',
  I2: 'Read about a discovery for the pleasure of it',
  S2: 'Teach somebody what they thought they could not do',
  C2: 'Follow a clear method and get every detail right',
  E2: 'Decide for a group, and answer for it',
  A2: 'Work where there is no one right answer',
  I3: 'Work a hard puzzle through with data',
  R3: 'Use machines, vehicles or tools',
  E3: 'Start something and make it pay',
  A3: 'Tell a story that moves people',
  S3: 'Look after people who depend on me',
  C3: 'Keep track of things so that nothing is forgotten',
} as const satisfies Readonly<Record<`${InterestTheme}${number}`, string>>;
export type InterestStatementId = keyof typeof INTEREST_STATEMENTS;

export const INTEREST_STATEMENT_IDS = Object.keys(INTEREST_STATEMENTS) as readonly InterestStatementId[];

export const themeOf = (id: InterestStatementId): InterestTheme => id.charAt(0) as InterestTheme;

export const LIKINGS = ['like', 'neither', 'dislike'] as const;
export type Liking = (typeof LIKINGS)[number];

export const LIKING_WORDS: Readonly<Record<Liking, string>> = {
  like: 'I would like that',
  neither: 'Neither way',
  dislike: 'Not for me',
};

export type InterestAnswers = Readonly<Partial<Record<InterestStatementId, Liking>>>;
