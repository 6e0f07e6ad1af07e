import type { Task } from '../model/task.js';

/** S = Σ w e, 0–100 (method §2). @param tasks shares sum to 1 */
export const occupationScore = (tasks: readonly Pick<Task, 'share' | 'exposure'>[]): number =>
  tasks.reduce((sum, { share, exposure }) => sum + share * exposure, 0);
