import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IsObject } from 'class-validator';
import { ContentError } from '../content-files/content-error.js';
import { readContent } from '../content-files/yaml-file.js';

export const PAGES_FILE = join('groups', 'pages.yaml');

/** Where the edited reports stand among the groups of SOC 2020, as the content file says it. */
export class PagesContent {
  /** By slug: groups that the report is about, the one its figures are of first. */
  @IsObject() answers: Readonly<Record<string, readonly string[]>>;
  /** By slug: the group that a narrower or wider role hangs on. */
  @IsObject() roles: Readonly<Record<string, string>>;
}

export interface GroupPages {
  /** By slug of an edited report: the group its figures are of. */
  readonly groupOf: ReadonlyMap<string, string>;
  /** By code of a group without a page of its own: the slug of the report that is about the same work. */
  readonly answeredBy: ReadonlyMap<string, string>;
}

/** @throws ContentError with file and line */
export const readGroupPages = (folder: string): PagesContent =>
  readContent(PAGES_FILE, readFileSync(join(folder, PAGES_FILE), 'utf8'), PagesContent).content;

/**
 * @param edited slugs of the edited reports
 * @param groups codes of every group that could have a page
 * @throws ContentError for a report that is missing, unknown or there twice, a group that does not exist or is answered twice
 */
export function groupPages(
  content: PagesContent,
  edited: ReadonlySet<string>,
  groups: { has(code: string): boolean },
): GroupPages {
  const problems: string[] = [];
  const groupOf = new Map<string, string>();
  const answeredBy = new Map<string, string>();
  const answers = Object.entries(content.answers).map(([slug, codes]) => ({ slug, codes, whole: true }));
  const roles = Object.entries(content.roles).map(([slug, code]) => ({ slug, codes: [code], whole: false }));
  for (const { slug, codes, whole } of [...answers, ...roles]) {
    const say = (fault: string): number => problems.push(`${PAGES_FILE}: ${slug}: ${fault}`);
    if (!edited.has(slug)) say('there is no such edited report');
    if (groupOf.has(slug)) say('stands twice');
    groupOf.set(slug, codes[0] ?? '');
    for (const code of codes) {
      if (!groups.has(code)) say(`there is no group ${code}`);
      if (!whole) continue;
      if (answeredBy.has(code)) say(`${code} is answered by ${answeredBy.get(code)} already`);
      answeredBy.set(code, slug);
    }
  }
  for (const slug of edited) if (!groupOf.has(slug)) problems.push(`${PAGES_FILE}: ${slug} stands nowhere`);
  if (problems.length > 0) throw new ContentError(problems);
  return { groupOf, answeredBy };
}
