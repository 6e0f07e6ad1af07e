import type { Task } from '@app/occupations';

/** What the curve needs to know of a task. */
export type CurveTask = Pick<Task, 'share' | 'exposure' | 'exposureIn5Years'>;

export const SCENARIOS = ['fast', 'central', 'slow'] as const;
export type Scenario = (typeof SCENARIOS)[number];

/** Months between a tool being able to do a task and workplaces using it (method §2). */
const LAG: Readonly<Record<Scenario, number>> = { fast: 6, central: 18, slow: 36 };
const CAPABLE_FROM = 60;
export const YEARS = 10;

/**
 * Share of the week (0–1), year by year from now to ten years on, that is in tasks tools can do (exposure 60 or more, on the straight line
 * from today to five years) and that workplaces have taken up. The same rule as the window: the line meets ½ in the window's year.
 */
export function shareByYear(
  tasks: readonly CurveTask[],
  scenario: Scenario,
  barrierMonths: number,
): number[] {
  const total = tasks.reduce((sum, { share }) => sum + share, 0) || 1;
  const months = tasks.map((task) => ({
    share: task.share / total,
    at: capableAfter(task) + LAG[scenario] + barrierMonths,
  }));
  return Array.from({ length: YEARS + 1 }, (_, year) =>
    months.reduce((sum, { share, at }) => sum + (at <= year * 12 ? share : 0), 0),
  );
}

function capableAfter({ exposure, exposureIn5Years }: CurveTask): number {
  if (exposure >= CAPABLE_FROM) return 0;
  const slope = (exposureIn5Years - exposure) / 60;
  return slope > 0 ? (CAPABLE_FROM - exposure) / slope : Infinity;
}
