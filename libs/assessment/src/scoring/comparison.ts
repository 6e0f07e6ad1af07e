import type { Interval } from '@app/occupations';
import type { Comparison } from '../result/personal-result.js';

/** Smaller differences are not worth a word (method §4). */
const SAME_WITHIN = 5;

/** "About the same" when the scores are less than 5 apart, or the intervals share more than half of the narrower one. */
export function compare(
  score: number,
  interval: Interval,
  occupationScore: number,
  occupationInterval: Interval,
): Comparison {
  const shared =
    Math.min(interval.high, occupationInterval.high) - Math.max(interval.low, occupationInterval.low);
  const narrower = Math.min(interval.high - interval.low, occupationInterval.high - occupationInterval.low);
  if (Math.abs(score - occupationScore) < SAME_WITHIN || shared > narrower / 2) return 'about the same';
  return score > occupationScore ? 'more exposed' : 'less exposed';
}
