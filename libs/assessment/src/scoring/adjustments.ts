/** Something beside the tasks that moves the score: barriers of the work, the person's own use of AI. */
export interface Adjustment {
  readonly name: string;
  /** Points; below zero lowers the exposure. */
  readonly points: number;
}

/** Together the adjustments move a score by no more than this (method §4). */
export const MOST_ADJUSTMENT = 8;

/**
 * Scales the adjustments down together, so that they sum to ±8 at most and the score stays on 0–100. Each keeps its part of the sum, so
 * the bars of the waterfall still add up.
 */
export function boundAdjustments(adjustments: readonly Adjustment[], unadjusted: number): Adjustment[] {
  const sum = adjustments.reduce((total, { points }) => total + points, 0);
  const low = Math.max(-MOST_ADJUSTMENT, -unadjusted);
  const high = Math.min(MOST_ADJUSTMENT, 100 - unadjusted);
  const allowed = Math.min(high, Math.max(low, sum));
  if (allowed === sum || sum === 0) return [...adjustments];
  return adjustments.map(({ name, points }) => ({ name, points: (points * allowed) / sum }));
}
