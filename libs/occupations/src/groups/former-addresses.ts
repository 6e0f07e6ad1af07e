import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { ContentError } from '../content-files/content-error.js';

export const FORMER_FILE = join('groups', 'former.yaml');

/** By a slug that once was the address of a report: the code of the group that holds the work now. */
export type FormerAddresses = Readonly<Record<string, string>>;

/** @throws ContentError for a line that is no slug with a code */
export function readFormerAddresses(folder: string): FormerAddresses {
  const parsed = parse(readFileSync(join(folder, FORMER_FILE), 'utf8')) as Record<string, unknown> | null;
  const wrong = Object.entries(parsed ?? {}).filter(
    ([slug, code]) =>
      !/^[a-z0-9-]+$/.test(slug) || typeof code !== 'string' || !/^\d{4}(\/\d\d)?$/.test(code),
  );
  if (wrong.length > 0)
    throw new ContentError(wrong.map(([slug]) => `${FORMER_FILE}: ${slug} leads to no code`));
  return (parsed ?? {}) as FormerAddresses;
}
