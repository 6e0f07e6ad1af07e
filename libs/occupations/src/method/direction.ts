import type { Interval } from '../dataset/types.js';
import type { Direction } from '../model/pivot.js';

/** True when the two 80 % intervals do not touch. */
export const separated = (a: Interval, b: Interval): boolean => a.high < b.low || b.high < a.low;

/**
 * How exposed `to` is against `from`. "Less" and "more" only when the 80 % intervals separate (method §3); otherwise nothing is
 * claimed. Rounded intervals, the ones the page shows: two that meet on the page do not separate.
 */
export function directionOf(from: Interval, to: Interval): Direction {
  const a = { low: Math.round(from.low), high: Math.round(from.high) };
  const b = { low: Math.round(to.low), high: Math.round(to.high) };
  if (!separated(a, b)) return 'about as exposed';
  return b.high < a.low ? 'less exposed' : 'more exposed';
}
