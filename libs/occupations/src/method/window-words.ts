import { yearAfter } from './model.js';

export interface RunMonths {
  readonly fast: number | null;
  readonly central: number | null;
  readonly slow: number | null;
}

/** Within this many months the fast run counts as "now". */
const NOW_MONTHS = 12;

/** "early 2030s": years 0–3 of a decade are early, 4–6 mid, 7–9 late. */
export function partOfDecade(year: number): string {
  const decade = Math.floor(year / 10) * 10;
  const place = year - decade;
  const part = place <= 3 ? 'early' : place <= 6 ? 'mid' : 'late';
  return `${part} ${decade}s`;
}

/**
 * The words for a window, from its range alone: "now", "late 2020s", "early 2030s", "late 2020s to early 2030s", or "more than
 * 10 years" when the slow run is not reached.
 */
export function windowWords({ fast, slow }: RunMonths, today: string): string {
  if (fast === null || slow === null) return 'more than 10 years';
  const to = partOfDecade(yearAfter(today, slow));
  if (fast <= NOW_MONTHS) return slow <= 3 * NOW_MONTHS ? 'now' : `now to ${to}`;
  const from = partOfDecade(yearAfter(today, fast));
  return from === to ? to : `${from} to ${to}`;
}

/** One calm sentence with the same years as the words. */
export function windowSentence({ fast, central, slow }: RunMonths, today: string): string {
  const year = (months: number): number => yearAfter(today, months);
  if (fast === null) {
    return 'On today’s ratings, less than half of the week reaches the point where tools could do it in the next 10 years.';
  }
  if (slow === null) {
    const middle = central === null ? '' : `, or about ${year(central)} at a middling pace`;
    return `If tools are taken up quickly, half of the week could be done with them by ${year(fast)}${middle}; at a slower pace it takes more than 10 years.`;
  }
  const middle = central === null ? '' : `, around ${year(central)} at a middling pace`;
  return `Half of the week could be in tasks that tools can do, and that workplaces have handed to them, between ${year(fast)} and ${year(slow)}${middle}.`;
}
