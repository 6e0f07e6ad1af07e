import type { Dataset } from '../dataset/types.js';
import { exposureInFiveYears } from '../method/growth.js';
import { riskLabel } from '../method/risk-label.js';
import type { Task } from '../model/task.js';
import { countWords } from '../method/number-words.js';

/** The table holds up to ten rows: the largest activities, and one row for the rest so that the week stays whole. */
const MOST_ROWS = 10;
/** Standard deviation of an activity's exposure, points: a mean of labels that stand 50 apart, over a handful of tasks. */
const ACTIVITY_SD = 15;

export const OTHER_ACTIVITIES = 'other-activities';

/**
 * The work activities of an occupation as tasks (method §2). Shares sum to 1 and Σ share × exposure is the data score exactly.
 * @param rise factor of {@link exposureInFiveYears}
 */
export function activityTasks(dataset: Dataset, code: string, rise: number): Task[] {
  const shares = dataset.activityShares.get(code) ?? [];
  const rows = shares.length > MOST_ROWS ? shares.slice(0, MOST_ROWS - 1) : shares;
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
    ...task(id.toLowerCase().replaceAll('.', '-'), dataset.activities.get(id)?.name ?? id, share, exposure),
    involves: `Found in ${countWords(count)} of the tasks listed for this work.`,
    activity: id,
  }));
  if (rest.length === 0) return tasks;
  const share = rest.reduce((sum, each) => sum + each.share, 0);
  const exposure = rest.reduce((sum, each) => sum + each.share * each.exposure, 0) / share;
  const names = rest.slice(0, 3).map(({ id }) => (dataset.activities.get(id)?.name ?? id).toLowerCase());
  return [
    ...tasks,
    {
      ...task(OTHER_ACTIVITIES, 'Other activities', share, exposure),
      involves: `Smaller parts of the work: ${names.join('; ')}.`,
    },
  ];
}
