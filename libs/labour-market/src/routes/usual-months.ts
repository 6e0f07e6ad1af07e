import type { Route } from './route.js';

/** What is usual between the quickest and the longest way in: their geometric middle, whole months. 0 where people are paid from the first day. */
export const usualMonths = ({ from, to }: Route['months']): number => Math.round(Math.sqrt(from * to));

/** A range this much wider than its beginning, and so long, is two ways in: for who holds most of it, and the whole training. Months. */
const [TWO_WAYS, LONG_WAY] = [4, 24];

/** Whether a range is that of who holds most of what is asked, and of the whole training, rather than one way in. */
export const isTwoWays = ({ from, to }: Route['months']): boolean => to >= LONG_WAY && to >= TWO_WAYS * from;
