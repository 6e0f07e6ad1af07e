import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { ImportError } from './import-error.js';

const FILE = 'british-titles.yaml';
/** A capital first, and not longer than a heading can be. */
const TITLE = /^[A-Z][^\s].{1,78}$/;

/**
 * What occupations are called in the UK, by code, from the content file. Those that are not in it keep O*NET's title.
 * @throws ImportError for a code that does not exist, and for a title that is there twice
 */
export async function readBritishTitles(
  file: string,
  occupations: ReadonlySet<string>,
): Promise<ReadonlyMap<string, string>> {
  const parsed = parse(await readFile(file, 'utf8')) as { titles?: unknown } | null;
  const listed = parsed?.titles;
  if (listed === null || typeof listed !== 'object')
    throw new ImportError(FILE, null, 'not a list of titles by occupation');
  const titles = new Map<string, string>();
  const seen = new Set<string>();
  for (const [code, title] of Object.entries(listed)) {
    if (!occupations.has(code)) throw new ImportError(FILE, null, `${code} is not an occupation with data`);
    if (typeof title !== 'string' || !TITLE.test(title))
      throw new ImportError(FILE, null, `${code} has no title in sentence case`);
    if (seen.has(title.toLowerCase())) throw new ImportError(FILE, null, `“${title}” is there twice`);
    seen.add(title.toLowerCase());
    titles.set(code, title);
  }
  return titles;
}
