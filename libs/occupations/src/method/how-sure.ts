/** How sure a claimed difference is. Below `LIKELY_FROM` none is claimed. */
export type Sureness = 'likely' | 'very likely';

/** Probability from which a difference is claimed at all, and from which it is very likely (method §4). */
export const LIKELY_FROM = 0.8;
export const VERY_LIKELY_FROM = 0.95;

/** @param probability of the difference, 0–1. Undefined when it is too low to claim anything. */
export function surenessOf(probability: number): Sureness | undefined {
  if (probability < LIKELY_FROM) return undefined;
  return probability < VERY_LIKELY_FROM ? 'likely' : 'very likely';
}
