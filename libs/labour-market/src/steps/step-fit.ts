import type { TradeStep } from './group-steps.js';

/** What a step may bring that somebody wished to avoid: the ids of the assessment's answers. */
export const ASIDE = [
  'managing-people',
  'client-facing',
  'shifts',
  'physical-work',
  'screen-all-day',
  'exams',
  'self-employment',
] as const;
export type Aside = (typeof ASIDE)[number];

/** Whether a word of a title begins so. */
export const beginsAWord = (title: string, beginning: string): boolean =>
  new RegExp(`\\b${beginning}`, 'i').test(title);

/** Whether a step is for the trade that a title names: many a unit group holds several. */
export const isForTrade = (
  { trades, notTrades = [] }: Pick<TradeStep, 'trades' | 'notTrades'>,
  title: string,
): boolean =>
  (trades === undefined || trades.some((word) => beginsAWord(title, word))) &&
  !notTrades.some((word) => beginsAWord(title, word));
