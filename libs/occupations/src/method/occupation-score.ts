import type { Task } from '../model/task.js';

/**
 * S = Σ w e, 0–100 (method §2), without the noise of binary fractions: 34.5 is 34.5, and rounds up everywhere it is shown.
 * @param tasks shares sum to 1
 */
export const occupationScore = (tasks: readonly Pick<Task, 'share' | 'exposure'>[]): number =>
  Number(tasks.reduce((sum, { share, exposure }) => sum + share * exposure, 0).toFixed(9));
