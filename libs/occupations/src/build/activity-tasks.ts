import type { Dataset } from '../dataset/types.js';
import { exposureInFiveYears } from '../method/growth.js';
import { riskLabel } from '../method/risk-label.js';
import type { Task } from '../model/task.js';
import { countWords, inSentence } from '@app/kernel';

/** The table holds up to ten rows: the largest activities, and one row for the rest so that the week stays whole. */
const MOST_ROWS = 10;
/** Below this share of the work an activity is no row of its own. */
const LEAST_SHARE = 0.01;
/** Standard deviation of an activity's exposure, points: a mean of labels that stand 50 apart, over a handful of tasks. */
const ACTIVITY_SD = 15;

export const OTHER_ACTIVITIES = 'other-activities';

/**
 * The work activities of an occupation as tasks (method §2). Shares sum to 1; the exposures are the published labels, and the score is not
 * forced through them.
 * @param rise factor of {@link exposureInFiveYears} @param names what activities are called in this work, by id; else their general names
 */
export function activityTasks(
  dataset: Dataset,
  code: string,
  rise: number,
  names: Readonly<Record<string, string>> = {},
): Task[] {
  const nameOf = (id: string): string => names[id] ?? dataset.activities.get(id)?.name ?? id;
  const stored = dataset.activityShares.get(code) ?? [];
  // Stored to six places: the week is whole again here.
  const whole = stored.reduce((sum, { share }) => sum + share, 0);
  const shares = stored.map((each) => ({ ...each, share: each.share / whole }));
  const rows = shares.slice(0, rowsOf(shares.map(({ share }) => share)));
  const rest = shares.slice(rows.length);
  const task = (
    id: string,
    name: string,
    share: number,
    exposure: number,
  ): Omit<Task, 'involves' | 'activity'> => ({
    id,
    name,
    share,
    exposure,
    exposureIn5Years: exposureInFiveYears(exposure, rise),
    sd: ACTIVITY_SD,
    risk: riskLabel(exposure),
    tools: [],
  });
  const tasks: Task[] = rows.map(({ id, share, exposure, tasks: count }) => ({
    ...task(id.toLowerCase().replaceAll('.', '-'), nameOf(id), share, exposure),
    involves: `Found in ${countWords(count)} of the tasks listed for this work.`,
    activity: id,
  }));
  if (rest.length === 0) return tasks;
  const share = rest.reduce((sum, each) => sum + each.share, 0);
  const exposure = rest.reduce((sum, each) => sum + each.share * each.exposure, 0) / share;
  const smaller = rest.slice(0, 3).map(({ id }) => inSentence(nameOf(id)));
  return [
    ...tasks,
    {
      ...task(OTHER_ACTIVITIES, 'Other activities', share, exposure),
      involves: `Smaller parts of the work: ${smaller.join('; ')}.`,
    },
  ];
}

/** How many of the shares, largest first, are a row of their own: what would read "0%" joins the rest, and the rest is never "0%" itself. */
function rowsOf(shares: readonly number[]): number {
  const restOf = (rows: number): number => shares.slice(rows).reduce((sum, share) => sum + share, 0);
  let rows = shares.length > MOST_ROWS ? MOST_ROWS - 1 : shares.length;
  while (
    rows > 1 &&
    ((shares[rows - 1] ?? 0) < LEAST_SHARE || (rows < shares.length && restOf(rows) < LEAST_SHARE))
  )
    rows -= 1;
  return rows;
}
