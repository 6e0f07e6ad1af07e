import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { projectPath } from '@app/config';
import type { Catalogue, ElementRating, OccupationRecord, OccupationSummary } from '@app/occupations';
import { singularTitle } from './singular-title.js';

/** A unit group as a path may lead to it: the page that stands for it, under a title in the singular. */
export interface PathTarget {
  /** SOC 2020 unit group. */
  readonly group: string;
  readonly title: string;
  readonly summary: OccupationSummary;
  readonly record: OccupationRecord;
  /** UK jobs in the group. */
  readonly jobs: number;
}

interface Content {
  readonly 'leave-out': Readonly<Record<string, string>>;
  readonly 'away-from-home': readonly string[];
  readonly 'many-apply': readonly string[];
  readonly 'unsocial-hours': readonly string[];
  readonly 'own-subject': { readonly groups: readonly string[]; readonly 'every-teacher': readonly string[] };
  readonly 'on-site': readonly string[];
  readonly settings: readonly { readonly titles: readonly string[]; readonly groups: readonly string[] }[];
}

const readContent = (): Content =>
  parse(readFileSync(projectPath('libs/assessment/content/path-targets.yaml'), 'utf8')) as Content;

/** Unit groups whose work takes people from home for days: nothing for who asked to stay near. */
export const groupsAwayFromHome = (): readonly string[] => readContent()['away-from-home'];

/** Unit groups most of whose people work shifts, nights, evenings or weekends. */
export const groupsOfUnsocialHours = (): readonly string[] => readContent()['unsocial-hours'];

/** Unit groups whose work is done where pupils or patients are: nothing for who asked to work from home only. */
export const groupsOnSite = (): readonly string[] => readContent()['on-site'];

/** Kinds of workplace that a title names by a word, with the unit groups whose people work in them too. */
export const settingsOfTitles = (): readonly {
  readonly titles: RegExp;
  readonly groups: readonly string[];
}[] =>
  readContent().settings.map(({ titles, groups }) => ({
    titles: new RegExp(`\\b(${titles.join('|')})\\b`, 'i'),
    groups,
  }));

/** Unit groups for whose posts many more apply than are taken. */
export const groupsManyApplyTo = (): readonly string[] => readContent()['many-apply'];

let ownSubject: Content['own-subject'] | undefined;
/** Whether an element is the subject of some who teach in a unit group: who moves there brings their own. */
export function isOthersSubject(group: string, { id, kind }: Pick<ElementRating, 'id' | 'kind'>): boolean {
  ownSubject ??= readContent()['own-subject'];
  return (
    kind === 'knowledge' && ownSubject.groups.includes(group) && !ownSubject['every-teacher'].includes(id)
  );
}

/** Less of the page's work lies in the group: then it does not stand for it. */
const LEAST_WEIGHT = 0.45;

/** An edited page stands for its group before the group's own page, and that before one of a narrower trade in it. */
const EDITED = 2e9;
const OF_THE_GROUP = 1e9;

/** The page that stands for each unit group: an edited one, else its own, else the one with most jobs in it. Groups that none stands for are absent. */
export function pathTargets(catalogue: Catalogue): ReadonlyMap<string, PathTarget> {
  const content = readContent();
  // A report on a role hangs on a group that keeps its own page: it does not stand for it.
  const own = new Set(catalogue.all().flatMap(({ kind, code }) => (kind === 'edited' ? [] : [code])));
  const best = new Map<string, { target: PathTarget; weight: number }>();
  for (const summary of catalogue.all()) {
    const record = catalogue.dataset.occupations.get(summary.code);
    // An edited page may lie in another group than the American occupation it stands on.
    const links = summary.kind === 'edited' ? catalogue.bySlug(summary.slug)?.ukCodes : record?.unitGroups;
    const link = links?.[0];
    if (!record || !link || link.weight < LEAST_WEIGHT || link.code in content['leave-out']) continue;
    if (catalogue.elements(summary.slug).length === 0) continue;
    const edited = summary.kind === 'edited' && !own.has(summary.code);
    const rank = edited ? EDITED : summary.code === link.code && summary.kind !== 'edited' ? OF_THE_GROUP : 0;
    const weight = rank + link.weight * record.ukJobs;
    const known = best.get(link.code);
    if (known && known.weight >= weight) continue;
    const title = singularTitle(summary.title);
    const jobs = catalogue.dataset.unitGroups.get(link.code)?.jobs ?? 0;
    best.set(link.code, { target: { group: link.code, title, summary, record, jobs }, weight });
  }
  return new Map([...best].map(([group, { target }]) => [group, target]));
}
