import type { TradeStep } from './group-steps.js';

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
