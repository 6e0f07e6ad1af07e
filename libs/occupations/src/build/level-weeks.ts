import type { Task } from '../model/task.js';
import type { SeniorityLevel, SeniorityWindow } from '../model/window.js';
import { occupationScore } from '../method/occupation-score.js';
import { windowFor } from '../method/window.js';

export const LEVELS: readonly SeniorityLevel[] = ['junior', 'mid', 'senior'];

/** Leading, deciding, planning and advising: activities of which more senior people do more. */
const SENIOR_WORK = /^4\.A\.(4\.b|2\.b\.(1|4|6))/;
/** Our plain assumption for data reports, said on the page: juniors do half of the usual leading and deciding, seniors twice. */
const TILT: Readonly<Record<SeniorityLevel, number>> = { junior: 0.5, mid: 1, senior: 2 };

/** Shares of a level's week where nobody has rated them, summing to 1. */
export function assumedShares(tasks: readonly Task[], level: SeniorityLevel): Record<string, number> {
  const raw = tasks.map((task) => ({
    id: task.id,
    share: task.share * (task.activity && SENIOR_WORK.test(task.activity) ? TILT[level] : 1),
  }));
  const total = raw.reduce((sum, { share }) => sum + share, 0);
  return Object.fromEntries(raw.map(({ id, share }) => [id, share / total]));
}

/**
 * Score and window of each level through its shares of the week: the occupation's score, moved by how its week differs.
 * @param score of the occupation, 0–100
 */
export function levelWindows(
  tasks: readonly Task[],
  sharesOf: (level: SeniorityLevel) => Readonly<Record<string, number>>,
  barrierMonths: number,
  today: string,
  score: number,
): SeniorityWindow[] {
  const typical = occupationScore(tasks);
  return LEVELS.map((level) => {
    const shares = sharesOf(level);
    const week = tasks.map((task) => ({ ...task, share: shares[task.id] ?? 0 }));
    return {
      level,
      score: between0and100(score + occupationScore(week) - typical),
      window: windowFor(week, barrierMonths, today),
      shares,
    };
  });
}

const between0and100 = (value: number): number => Math.min(100, Math.max(0, value));
