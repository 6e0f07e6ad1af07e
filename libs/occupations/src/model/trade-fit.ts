/** What is only for some of the trades that one title holds, by beginnings of words, lower case. */
export interface ForTrades {
  /** Only for those whose title has one. */
  readonly trades?: readonly string[];
  /** The same of those it is not for. */
  readonly notTrades?: readonly string[];
}

/** Whether a word of a title begins so. */
export const beginsAWord = (title: string, beginning: string): boolean =>
  new RegExp(`\\b${beginning}`, 'i').test(title);

/** Whether something is for the trade that a title names: many a unit group holds several. */
export const isForTrade = ({ trades, notTrades = [] }: ForTrades, title: string): boolean =>
  (trades === undefined || trades.some((word) => beginsAWord(title, word))) &&
  !notTrades.some((word) => beginsAWord(title, word));
