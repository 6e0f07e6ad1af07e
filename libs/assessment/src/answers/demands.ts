import { rowsOf, wordsOf } from '../content/question-file.js';

/** What work may ask for that slows tools down. */
export const DEMAND_IDS = [
  'presence',
  'trust',
  'sign-off',
  'confidential',
  'unpredictable',
  'mistakes',
] as const;
export type DemandId = (typeof DEMAND_IDS)[number];

export const DEMANDS = rowsOf('demands', DEMAND_IDS);

/** How much of the work a demand is true of, least first. */
export const DEMAND_LEVELS = ['little', 'some', 'most'] as const;
export type DemandLevel = (typeof DEMAND_LEVELS)[number];

export const DEMAND_WORDS = wordsOf('demands', DEMAND_LEVELS);

export const DEMAND_SHORT = wordsOf('demands', DEMAND_LEVELS, 'short');
