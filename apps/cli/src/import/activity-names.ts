import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import type { Activity } from '@app/occupations';
import { byText } from './codes.js';
import { ImportError } from './import-error.js';

/** Our own names of the activities from the content file; each activity that occurs must have one, and none may be there twice. */
export async function readActivityNames(file: string, occurring: ReadonlySet<string>): Promise<Activity[]> {
  const parsed: unknown = parse(await readFile(file, 'utf8'));
  if (parsed === null || typeof parsed !== 'object')
    throw new ImportError('activities.yaml', null, 'not a list of names by id');
  const names = new Map(Object.entries(parsed).map(([id, name]) => [id, String(name)]));
  for (const id of occurring)
    if (!names.has(id)) throw new ImportError('activities.yaml', null, `activity ${id} has no name`);
  if (new Set(names.values()).size !== names.size)
    throw new ImportError('activities.yaml', null, 'two activities have the same name');
  return [...occurring].sort(byText).map((id) => ({ id, name: names.get(id) ?? id }));
}
