import type { CrosswalkConfidence, Interval } from '../dataset/types.js';

/** Half-width of an 80 % interval in standard deviations of a normal distribution. */
export const Z80 = 1.2815515655446004;
/** Noise of the score itself even where all measures agree, in score points: raters differ by about this much. */
export const BASE = 4;
/** Extra spread of an unsure UK link, in score points. */
export const CROSSWALK: Readonly<Record<CrosswalkConfidence, number>> = { good: 0, fair: 2, low: 4, none: 5 };

/**
 * 80 % interval of a data score (method §2): the measures' readings on the score's own scale, their root mean square distance
 * from the score over √n, with the base noise, the crosswalk's doubt and, where F was missing, what the fitted line leaves.
 *
 * @param score 0–100
 * @param readings the other measures as scores (the score at the same employment percentile)
 * @param confidence of the UK crosswalk
 * @param lineResidual standard deviation left by the fitted line when it was used, else 0; score points
 */
export function scoreInterval(
  score: number,
  readings: readonly number[],
  confidence: CrosswalkConfidence,
  lineResidual: number,
): Interval {
  const distance = readings.reduce((sum, reading) => sum + (reading - score) ** 2, 0);
  const between = readings.length > 0 ? distance / readings.length ** 2 : 0;
  const half = Z80 * Math.sqrt(BASE ** 2 + between + CROSSWALK[confidence] ** 2 + lineResidual ** 2);
  return { low: Math.max(0, score - half), high: Math.min(100, score + half) };
}
