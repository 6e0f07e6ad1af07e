import { ONET_CODE, push } from '../codes.js';
import type { ImportContext } from '../import-context.js';

/** A task as far as we keep it: its weight and its activities, never its words. */
export interface OnetTask {
  readonly id: string;
  /** Core 1, supplemental ½ (method §2); a task O*NET has not classed yet counts as core. */
  readonly weight: number;
  /** Generalised work activities, each once. */
  readonly activities: readonly string[];
}

/** The tasks of every occupation with the activities they belong to. */
export async function readOnetTasks(
  context: ImportContext,
  codes: ReadonlySet<string>,
): Promise<Map<string, OnetTask[]>> {
  const weights = new Map<string, number>();
  const types = await context.delimited(
    'onetTasks',
    { columns: ['O*NET-SOC Code', 'Task ID', 'Task Type'], minRows: 18_000 },
    '\t',
  );
  for (const row of types) {
    const key = `${row.code('O*NET-SOC Code', ONET_CODE)} ${row.code('Task ID', /^\d+$/)}`;
    if (weights.has(key)) row.fail(`task ${key} occurs twice`);
    weights.set(key, row.oneOf('Task Type', ['Core', 'Supplemental', 'n/a']) === 'Supplemental' ? 0.5 : 1);
  }
  const links = new Map<string, Set<string>>();
  const rows = await context.delimited(
    'onetTaskActivities',
    { columns: ['O*NET-SOC Code', 'Task ID', 'DWA ID'], minRows: 22_000 },
    '\t',
  );
  for (const row of rows) {
    const code = row.code('O*NET-SOC Code', ONET_CODE);
    const key = `${code} ${row.code('Task ID', /^\d+$/)}`;
    if (!codes.has(code)) row.fail(`${code} is not an occupation with data`);
    if (!weights.has(key)) row.fail(`task ${key} is not in the task file`);
    const activity = row
      .code('DWA ID', /^4\.A\.\d\.[a-c]\.\d\.I\d+\.D\d+$/)
      .split('.')
      .slice(0, 5)
      .join('.');
    const own = links.get(key) ?? new Set<string>();
    own.add(activity);
    links.set(key, own);
  }
  const tasks = new Map<string, OnetTask[]>();
  const unlinked: string[] = [];
  for (const [key, weight] of weights) {
    const [code = '', id = ''] = key.split(' ');
    const activities = links.get(key);
    if (activities && codes.has(code)) push(tasks, code, { id, weight, activities: [...activities].sort() });
    else unlinked.push(key);
  }
  context.leaveOut('onetTasks', 'task without an activity', unlinked);
  return tasks;
}
