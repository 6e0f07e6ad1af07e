import { surenessOf, type Sureness } from '@app/occupations';
import type { Comparison } from '../result/personal-result.js';

/** What may be said of a person's week beside the typical one of their job, and how surely. */
export interface Compared {
  readonly comparison: Comparison;
  /** Absent when they are about the same. */
  readonly sureness?: Sureness;
}

/**
 * "More" or "less exposed" when that is true in at least 80 % of the paired draws, and the two scores differ as they are shown; else "about
 * the same" (method §4).
 * @param differences of the draws, own week less typical week, points, sorted
 * @param adjustment what the answers beside the tasks add, points
 */
export function compare(
  score: number,
  typical: number,
  differences: Float64Array,
  adjustment: number,
): Compared {
  const above = differences.filter((difference) => difference + adjustment > 0).length / differences.length;
  const higher = Math.round(score) - Math.round(typical);
  const sureness = higher === 0 ? undefined : surenessOf(higher > 0 ? above : 1 - above);
  if (sureness === undefined) return { comparison: 'about the same' };
  return { comparison: higher > 0 ? 'more exposed' : 'less exposed', sureness };
}
