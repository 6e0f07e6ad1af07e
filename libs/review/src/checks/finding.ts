import type { CheckFacts } from './check-facts.js';
import type { CheckResult } from './check-result.js';

export type Check = (facts: CheckFacts) => CheckResult;
export type Finding = Omit<CheckResult, 'id' | 'title'>;

/** Something wrong on one page, as a sentence without its full stop. */
export interface Fault {
  /** From 1; absent when it is about the file as a whole. */
  readonly page?: number;
  readonly words: string;
}

export const green = (found: string): Finding => ({ level: 'green', found });

export const red = (faults: Fault | readonly Fault[], todo: string): Finding => ({
  level: 'red',
  ...told([faults].flat()),
  todo,
});

export const amber = (faults: Fault | readonly Fault[], question: string): Finding => ({
  level: 'amber',
  ...told([faults].flat()),
  question,
});

/** A check by its name and its question. */
export const check =
  (id: string, title: string, find: (facts: CheckFacts) => Finding): Check =>
  (facts) => ({ id, title, ...find(facts) });

/** What is told of many faults: the first few in full, and on which pages the others are. */
const MOST_TOLD = 4;

function told(faults: readonly Fault[]): Pick<CheckResult, 'found' | 'pages'> {
  const pages = [...new Set(faults.flatMap(({ page }) => page ?? []))].sort((a, b) => a - b);
  const sentences = [
    ...new Set(faults.map(({ page, words }) => (page === undefined ? words : `Page ${page}: ${words}`))),
  ];
  const more = sentences.length - MOST_TOLD;
  const found = `${sentences.slice(0, MOST_TOLD).join('. ')}${more > 0 ? `, and ${more} more` : ''}.`;
  return { found, ...(pages.length > 0 && { pages }) };
}

/** Names once each, and how many more there are. */
export const listed = (names: readonly string[]): string => {
  const unique = [...new Set(names)];
  return unique.length <= 4
    ? unique.join(', ')
    : `${unique.slice(0, 3).join(', ')} and ${unique.length - 3} more`;
};
