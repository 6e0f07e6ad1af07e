import type { Interval } from '../dataset/types.js';
import type { Direction } from '../model/pivot.js';

/** A score with its 80 % interval, 0–100, unrounded. */
export interface Placed {
  readonly score: number;
  readonly interval: Interval;
}

/** The wider side: an interval that meets an end of the scale is cut there. */
const halfWidth = ({ score, interval: { low, high } }: Placed): number => Math.max(score - low, high - score);

/**
 * How exposed `to` is against `from`. "Less" and "more" only when the probability that one score is above the other is at least 90 %
 * (method §3); otherwise nothing is claimed. With the two scores drawn from normal distributions, nine draws in ten lie within 1.28
 * standard deviations on one side, and half the width of an 80 % interval is as many: so the difference has to reach √(a² + b²) of the two
 * half-widths. The one rule behind every word of direction.
 */
export function directionOf(from: Placed, to: Placed): Direction {
  const difference = to.score - from.score;
  const needed = Math.hypot(halfWidth(from), halfWidth(to));
  if (difference === 0 || Math.abs(difference) < needed) return 'about as exposed';
  return difference < 0 ? 'less exposed' : 'more exposed';
}
