import type { Task } from '../model/task.js';
import type { Window } from '../model/window.js';
import { yearAfter } from './model.js';
import { windowSentence, windowWords } from './window-words.js';

/** Exposure from which a task counts as one that tools can do. */
export const CAPABLE_FROM = 60;
/** Months between a tool being able and a workplace using it, by run. */
export const ADOPTION_LAG = { fast: 6, central: 18, slow: 36 } as const;
/** Past this nothing is claimed. */
export const HORIZON_MONTHS = 120;
/** Most months that barriers may add. */
export const MAX_BARRIER_MONTHS = 24;

type WindowTask = Pick<Task, 'share' | 'exposure' | 'exposureIn5Years'>;

/** Month at which a task becomes capable: 0 when it is today, Infinity when its line never gets there. Linear, and on past five years. */
export function capableAfter({ exposure, exposureIn5Years }: WindowTask): number {
  if (exposure >= CAPABLE_FROM) return 0;
  const slope = (exposureIn5Years - exposure) / 60;
  return slope > 0 ? Math.ceil((CAPABLE_FROM - exposure) / slope - 1e-9) : Infinity;
}

/** First month at which tasks worth at least half of the working time are capable; Infinity if never. */
function halfCapableAfter(tasks: readonly WindowTask[]): number {
  const total = tasks.reduce((sum, { share }) => sum + share, 0);
  let reached = 0;
  for (const task of [...tasks].sort((a, b) => capableAfter(a) - capableAfter(b))) {
    reached += task.share;
    if (reached >= total / 2 - 1e-9) return capableAfter(task);
  }
  return Infinity;
}

/**
 * The window to act (method §2): months until at least half of the working time sits in tasks that tools can do (exposure ≥ 60) and
 * that have been taken up. Each run adds its adoption lag (fast 6, central 18, slow 36 months) and the barriers of the work.
 *
 * @param tasks shares and exposures; shares need not sum to 1
 * @param barrierMonths 0–24: rules, safety, trust
 * @param today month `YYYY-MM` to count from: the model's, never the clock's
 */
export function windowFor(tasks: readonly WindowTask[], barrierMonths: number, today: string): Window {
  const capable = halfCapableAfter(tasks);
  const barriers = Math.min(MAX_BARRIER_MONTHS, Math.max(0, barrierMonths));
  const run = (lag: number): number | null => {
    const months = capable + lag + barriers;
    return months <= HORIZON_MONTHS ? months : null;
  };
  const months = {
    fast: run(ADOPTION_LAG.fast),
    central: run(ADOPTION_LAG.central),
    slow: run(ADOPTION_LAG.slow),
  };
  const years = {
    ...(months.fast === null ? {} : { fromYear: yearAfter(today, months.fast) }),
    ...(months.slow === null ? {} : { toYear: yearAfter(today, months.slow) }),
  };
  return {
    fastMonths: months.fast,
    centralMonths: months.central,
    slowMonths: months.slow,
    words: windowWords(months, today),
    ...years,
    sentence: windowSentence(months, today),
  };
}
