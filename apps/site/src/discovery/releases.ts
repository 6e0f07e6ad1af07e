import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { projectPath } from '@app/config';

/** One data set under one version of the method, as it was published. */
export interface Release {
  /** Release of the occupation data, the first part of the data set's version: `30.2` of `30.2-09c534e65938`. */
  readonly dataset: string;
  readonly model: string;
  /** Day in London, `YYYY-MM-DD`. */
  readonly date: string;
  /** What is new, in sentences. */
  readonly changes: readonly string[];
}

const FILE = projectPath('templates', 'site', 'discovery', 'releases.yaml');

/** The releases, newest first. @throws when the file is damaged, with what is wrong in it */
export function readReleases(text: string = readFileSync(FILE, 'utf8')): readonly [Release, ...Release[]] {
  const read: unknown = parse(text, { schema: 'failsafe' });
  const releases = Array.isArray(read) ? read.filter(isRelease) : [];
  const [newest, ...older] = releases;
  if (!Array.isArray(read) || releases.length !== read.length || !newest)
    throw new Error('releases.yaml: each release needs dataset, model, date (YYYY-MM-DD) and changes');
  if (releases.some(({ date }, index) => index > 0 && date > (releases[index - 1]?.date ?? '')))
    throw new Error('releases.yaml: the newest release must come first');
  return [newest, ...older];
}

function isRelease(value: unknown): value is Release {
  const { dataset, model, date, changes } = (value ?? {}) as Partial<Record<keyof Release, unknown>>;
  return (
    typeof dataset === 'string' &&
    typeof model === 'string' &&
    typeof date === 'string' &&
    /^\d{4}-\d{2}-\d{2}$/.test(date) &&
    Array.isArray(changes) &&
    changes.length > 0 &&
    changes.every((change) => typeof change === 'string')
  );
}
