import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { ContentError } from '../content-files/content-error.js';

export const TITLES_FILE = join('groups', 'titles.yaml');

/** By code of a group: what its page is called instead of its official name. */
export type GroupTitles = Readonly<Record<string, string>>;

const LONGEST = 60;

/**
 * Reads `content/groups/titles.yaml`; a group that is not there goes by the name of the data set.
 * @throws ContentError for what is no group, no short title, a title that stands twice, or one that says "other"
 */
export function readGroupTitles(folder: string): GroupTitles {
  const path = join(folder, TITLES_FILE);
  if (!existsSync(path)) return {};
  const titles = (parse(readFileSync(path, 'utf8')) ?? {}) as Record<string, unknown>;
  const seen = new Set<string>();
  const problems = Object.entries(titles).flatMap(([code, title]) => {
    const say = (fault: string): string[] => [`${TITLES_FILE}: ${code}: ${fault}`];
    if (!/^\d{4}(\/\d\d)?$/.test(code)) return say('is no group');
    if (typeof title !== 'string' || title === '' || title.length > LONGEST)
      return say(`has no title of up to ${LONGEST} letters`);
    if (/^other\b|n\.e\.c|'/i.test(title)) return say(`“${title}” is no name that a person would use`);
    if (seen.has(title.toLowerCase())) return say(`“${title}” stands twice`);
    seen.add(title.toLowerCase());
    return [];
  });
  if (problems.length > 0) throw new ContentError(problems);
  return titles as GroupTitles;
}
