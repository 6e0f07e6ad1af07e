import type { Interval } from '../dataset/types.js';
import { Z80 } from './score-interval.js';

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

/** A score with its 80 % interval, both 0–100. */
export interface Estimate {
  readonly score: number;
  readonly interval: Interval;
}

/**
 * Probability, 0–1, that `a` lies above `b`: two normal distributions whose spreads are read off their 80 % intervals. The intervals of
 * occupations hold no error that they share, so nothing cancels.
 */
export function probabilityAbove(a: Estimate, b: Estimate): number {
  const spread = Math.hypot(sdOf(a.interval), sdOf(b.interval));
  if (spread === 0) return a.score === b.score ? 0.5 : Number(a.score > b.score);
  return normalBelow((a.score - b.score) / spread);
}

const sdOf = ({ low, high }: Interval): number => (high - low) / (2 * Z80);

/** Standard normal distribution function, to 1e-7 (Abramowitz and Stegun 26.2.17). */
function normalBelow(z: number): number {
  if (z < 0) return 1 - normalBelow(-z);
  const t = 1 / (1 + 0.2316419 * z);
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  const polynomial =
    t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return 1 - density * polynomial;
}
