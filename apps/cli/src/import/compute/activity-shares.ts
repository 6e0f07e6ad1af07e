import type { ActivityShare } from '@app/occupations';
import { mean } from '@app/occupations';
import { byText } from '../codes.js';
import type { OnetTask } from '../sources/onet-tasks.js';

interface Gathered {
  share: number;
  tasks: number;
  labels: number[];
}

/** Share, task count and labels of each activity; shares are not yet normalised. */
function gather(
  code: string,
  tasks: readonly OnetTask[],
  labels: ReadonlyMap<string, number>,
): Map<string, Gathered> {
  const result = new Map<string, Gathered>();
  for (const task of tasks) {
    for (const activity of task.activities) {
      const own = result.get(activity) ?? { share: 0, tasks: 0, labels: [] };
      own.share += task.weight / task.activities.length;
      own.tasks += 1;
      const label = labels.get(`${code} ${task.id}`);
      if (label !== undefined) own.labels.push(label);
      result.set(activity, own);
    }
  }
  return result;
}

/** Mean label of each activity over all occupations: stands in where an occupation's own tasks have no label. */
export function activityMeans(
  tasks: ReadonlyMap<string, readonly OnetTask[]>,
  labels: ReadonlyMap<string, number>,
): Map<string, number> {
  const all = new Map<string, number[]>();
  for (const [code, own] of tasks) {
    for (const [activity, { labels: found }] of gather(code, own, labels))
      all.set(activity, [...(all.get(activity) ?? []), ...found]);
  }
  return new Map([...all].map(([activity, found]) => [activity, mean(found)]));
}

/**
 * Activities standing in for the tasks of an O*NET occupation (method §2), the largest share first: share = its tasks in the activity (core 1,
 * supplemental ½, split evenly over a task's activities) over all; exposure = mean published label of those tasks, unaltered.
 */
export function publishedActivities(
  code: string,
  tasks: readonly OnetTask[],
  labels: ReadonlyMap<string, number>,
  means: ReadonlyMap<string, number>,
): ActivityShare[] {
  const gathered = [...gather(code, tasks, labels)];
  const total = gathered.reduce((sum, [, { share }]) => sum + share, 0);
  return gathered
    .map(([id, own]) => ({
      id,
      share: own.share / total,
      tasks: own.tasks,
      exposure: own.labels.length > 0 ? mean(own.labels) : (means.get(id) ?? 0),
    }))
    .sort((a, b) => b.share - a.share || byText(a.id, b.id));
}
