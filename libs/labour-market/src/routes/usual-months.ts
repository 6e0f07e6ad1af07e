import type { Route } from './route.js';

/** What is usual between the quickest and the longest way in: their geometric middle, whole months. 0 where people are paid from the first day. */
export const usualMonths = ({ from, to }: Route['months']): number => Math.round(Math.sqrt(from * to));
