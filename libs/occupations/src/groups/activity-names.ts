import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ContentError } from '../content-files/content-error.js';
import { readCodedFolder } from '../content-files/coded-files.js';

export const TASKS_FOLDER = join('groups', 'tasks');

/** British names of work activities by group and activity id: what an activity is called in this work. */
export type ActivityNames = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** The names of a group: its own where it has some, because its work is not that of the unit group around it, else its unit group's. */
export const namesOf = (names: ActivityNames, code: string): Readonly<Record<string, string>> => ({
  ...names[code.slice(0, 4)],
  ...names[code],
});

/** Any activity may be named: what the keys are is checked below. */
class NamesOfGroup {
  readonly [activity: string]: string;
}

const ACTIVITY = /^4\.A\.\d\.[a-z]\.\d+$/;
const LONGEST = 60;

/**
 * Reads `content/groups/tasks/`; a group or an activity that is not there goes by its general name.
 * @throws ContentError with file and line for what is no group, no activity, no short name or no curly apostrophe
 */
export function loadActivityNames(folder: string): ActivityNames {
  const path = join(folder, TASKS_FOLDER);
  if (!existsSync(path)) return {};
  const problems: string[] = [];
  const entries = readCodedFolder(path, NamesOfGroup, { anyKey: true });
  for (const { code, entry, placeOf } of entries) {
    if (!/^\d{4}(\/\d\d)?$/.test(code)) problems.push(`${placeOf()}: ${code} is no group`);
    for (const [id, name] of Object.entries(entry)) {
      if (!ACTIVITY.test(id)) problems.push(`${placeOf([id])}: ${code}: ${id} is no work activity`);
      if (typeof name !== 'string' || name === '' || name.length > LONGEST)
        problems.push(`${placeOf([id])}: ${code}: ${id} has no name of up to ${LONGEST} letters`);
      else if (name.includes("'"))
        problems.push(`${placeOf([id])}: ${code}: ${id} has a straight apostrophe`);
    }
  }
  if (problems.length > 0) throw new ContentError(problems);
  return Object.fromEntries(entries.map(({ code, entry }) => [code, { ...entry }]));
}
