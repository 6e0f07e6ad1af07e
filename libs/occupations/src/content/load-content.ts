import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ContentError } from '../content-files/content-error.js';
import { EditedContent } from './edited-content.js';
import { LicensedContent } from './licensed-content.js';
import { type ActivityNames, loadActivityNames } from '../groups/activity-names.js';
import { type FormerAddresses, readFormerAddresses } from '../groups/former-addresses.js';
import { type PagesContent, readGroupPages } from '../groups/group-pages.js';
import { type GroupTitles, readGroupTitles } from '../groups/group-titles.js';
import { type ContentFile, readContent } from '../content-files/yaml-file.js';

/** Content that is not an edited occupation. */
const OTHER_FILES = new Set(['activities.yaml', 'licensed.yaml']);

/** An edited occupation with its slug, the file's name. */
export interface EditedFile extends ContentFile<EditedContent> {
  readonly slug: string;
}

export interface Content {
  readonly edited: readonly EditedFile[];
  readonly licensed: LicensedContent;
  readonly pages: PagesContent;
  readonly former: FormerAddresses;
  readonly activityNames: ActivityNames;
  readonly titles: GroupTitles;
}

/**
 * Reads and checks every content file of the folder, edited occupations by slug.
 * @throws ContentError with the problems of all files, each with file and line
 */
export function loadContent(folder: string): Content {
  const problems: string[] = [];
  const attempt = <T>(read: () => T): T | undefined => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof ContentError)) throw error;
      problems.push(...error.problems);
      return undefined;
    }
  };
  const text = (name: string): string => readFileSync(join(folder, name), 'utf8');
  const names = readdirSync(folder).filter((name) => name.endsWith('.yaml') && !OTHER_FILES.has(name));
  const edited = names.sort().flatMap((name) => {
    const file = attempt(() => readContent(name, text(name), EditedContent));
    if (!file) return [];
    problems.push(...wholeProblems(file));
    return [{ ...file, slug: name.replace(/\.yaml$/, '') }];
  });
  const licensed = attempt(() => readContent('licensed.yaml', text('licensed.yaml'), LicensedContent));
  const pages = attempt(() => readGroupPages(folder));
  const former = attempt(() => readFormerAddresses(folder));
  const activityNames = attempt(() => loadActivityNames(folder));
  const titles = attempt(() => readGroupTitles(folder));
  if (problems.length > 0 || !licensed || !pages || !former || !activityNames || !titles)
    throw new ContentError(problems);
  return { edited, licensed: licensed.content, pages, former, activityNames, titles };
}

/** What no single field can say: sums and ids. */
function wholeProblems({ file, content, lineOf }: ContentFile<EditedContent>): string[] {
  const problems: string[] = [];
  const say = (path: (string | number)[], message: string): number =>
    problems.push(`${file}:${lineOf(path)}: ${message}`);
  const ids = content.tasks.map(({ id }) => id);
  if (new Set(ids).size !== ids.length) say(['tasks'], 'two tasks have the same id');
  const sum = content.tasks.reduce((total, { share }) => total + share, 0);
  if (sum !== 100) say(['tasks'], `the shares of the tasks sum to ${sum}, not 100`);
  for (const level of ['junior', 'mid', 'senior'] as const) {
    const shares = content.seniority[level];
    const total = Object.values(shares).reduce((so, share) => so + share, 0);
    if (total !== 100) say(['seniority', level], `the shares of level ${level} sum to ${total}, not 100`);
    for (const id of Object.keys(shares))
      if (!ids.includes(id)) say(['seniority', level, id], `${id} is no task of this occupation`);
  }
  content.timeline.forEach(({ from, to, phase }, index) => {
    if (to < from) say(['timeline', index], 'the period ends before it begins');
    if (phase !== ['past', 'now', 'next'][index])
      say(['timeline', index], 'the periods are past, now, next in this order');
  });
  return problems;
}
