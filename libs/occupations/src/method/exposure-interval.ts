import type { CrosswalkConfidence, Interval } from '../dataset/types.js';
import { scoreInterval } from './score-interval.js';
import type { Task } from '../model/task.js';

/** Standard deviation of a score from its raters: the tasks’ ratings err independently, so their weighted variances add. Points. */
export const ratersSpread = (tasks: readonly Pick<Task, 'share' | 'sd'>[]): number =>
  Math.sqrt(tasks.reduce((sum, { share, sd }) => sum + (share * sd) ** 2, 0));

/**
 * 80 % interval of an edited score (method §2): the spread between measures, the raters' spread and the crosswalk's doubt. The same
 * formula as for data scores, with the raters in the place of the fitted line.
 * @param readings the other measures, read on the score's own scale, 0–100
 */
export function exposureInterval(
  score: number,
  tasks: readonly Pick<Task, 'share' | 'sd'>[],
  readings: readonly number[],
  confidence: CrosswalkConfidence,
): Interval {
  return scoreInterval(score, readings, confidence, ratersSpread(tasks));
}
