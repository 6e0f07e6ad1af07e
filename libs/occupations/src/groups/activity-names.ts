import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ContentError } from '../content-files/content-error.js';
import { readCodedFolder } from '../content-files/coded-files.js';

export const TASKS_FOLDER = join('groups', 'tasks');

/** British names of work activities by unit group and activity id: what an activity is called in this work. */
export type ActivityNames = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Any activity may be named: what the keys are is checked below. */
class NamesOfGroup {
  readonly [activity: string]: string;
}

const ACTIVITY = /^4\.A\.\d\.[a-z]\.\d+$/;
const LONGEST = 60;

/**
 * Reads `content/groups/tasks/`; a unit group or an activity that is not there goes by its general name.
 * @throws ContentError with file and line for what is no unit group, no activity or no short name
 */
export function loadActivityNames(folder: string): ActivityNames {
  const path = join(folder, TASKS_FOLDER);
  if (!existsSync(path)) return {};
  const problems: string[] = [];
  const entries = readCodedFolder(path, NamesOfGroup, { anyKey: true });
  for (const { code, entry, placeOf } of entries) {
    if (!/^\d{4}$/.test(code)) problems.push(`${placeOf()}: ${code} is no unit group`);
    for (const [id, name] of Object.entries(entry)) {
      if (!ACTIVITY.test(id)) problems.push(`${placeOf([id])}: ${code}: ${id} is no work activity`);
      if (typeof name !== 'string' || name === '' || name.length > LONGEST)
        problems.push(`${placeOf([id])}: ${code}: ${id} has no name of up to ${LONGEST} letters`);
    }
  }
  if (problems.length > 0) throw new ContentError(problems);
  return Object.fromEntries(entries.map(({ code, entry }) => [code, { ...entry }]));
}
