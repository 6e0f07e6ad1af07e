import { ContentError } from '../content-files/content-error.js';
import type { Content, EditedFile } from '../content/load-content.js';
import type { Dataset, OccupationRecord } from '../dataset/types.js';
import { namesOf } from '../groups/activity-names.js';
import { FORMER_FILE } from '../groups/former-addresses.js';
import { type GroupPages, groupPages } from '../groups/group-pages.js';
import { riseFactor } from '../method/growth.js';
import { dataOccupation, type Unlinked } from './data-occupation.js';
import { editedOccupation, editedTasks } from './edited-occupation.js';
import { UkScales } from './uk-scales.js';

/** Every occupation of the catalogue, from the data set and the content together. */
export interface AllOccupations {
  /** Edited ones first, by slug; then the data ones that no edited page stands for, by code. */
  readonly all: readonly Unlinked[];
  readonly edited: ReadonlyMap<string, EditedFile>;
  /** From an alias or an old slug to where it leads. */
  readonly redirects: ReadonlyMap<string, string>;
  /** How fast exposure rises where nobody rated it, learned from the edited tasks: see `exposureInFiveYears`. */
  readonly rise: number;
  /** Share of UK employment in unit groups that score lower, 0–100: the one scale of every percentile. */
  readonly percentileOf: (score: number) => number;
  /** Slug of the page of every group, by its code. */
  readonly pageOf: ReadonlyMap<string, string>;
}

/** @throws ContentError for aliases that clash, unknown codes, and fixed paths or comparisons with occupations that do not exist */
export function allOccupations(dataset: Dataset, content: Content): AllOccupations {
  const edited = new Map(content.edited.map((file) => [file.slug, file]));
  const pages = groupPages(content.pages, new Set(edited.keys()), dataset.occupations);
  const redirects = redirectsOf(content.edited);
  const scales = new UkScales(dataset);
  const rise = riseFactor(content.edited.flatMap(editedTasks));
  const pageOf = new Map<string, string>();
  checkAddresses(dataset, content.edited, pages);
  for (const { code, slug } of dataset.occupations.values()) {
    const page = pages.answeredBy.get(code) ?? slug;
    pageOf.set(code, page);
    if (page !== slug && !edited.has(slug)) redirects.set(slug, page);
  }
  const slugs = new Set([...edited.keys(), ...pageOf.values()]);
  for (const [slug, code] of Object.entries(content.former)) {
    const page = pageOf.get(code) ?? pageOf.get(code.slice(0, 4));
    if (page === undefined) throw new ContentError([`${FORMER_FILE}: ${slug}: there is no group ${code}`]);
    if (!slugs.has(slug) && !redirects.has(slug)) redirects.set(slug, page);
  }
  const records = [...dataset.occupations.values()].filter(
    ({ code, slug }) => pageOf.get(code) === slug && !edited.has(slug),
  );
  const groupOf = (file: EditedFile): OccupationRecord => {
    const group = dataset.occupations.get(pages.groupOf.get(file.slug) ?? '');
    if (!group) throw new ContentError([`${file.file}:1: ${file.slug} stands on no group`]);
    return group;
  };
  const all = [
    ...content.edited.map((file) => editedOccupation(dataset, scales, file, groupOf(file))),
    ...records.map((record) =>
      dataOccupation(
        dataset,
        record,
        rise,
        namesOf(content.activityNames, record.code),
        content.titles[record.code],
      ),
    ),
  ];
  checkNamedSlugs(content.edited, new Set(all.map(({ slug }) => slug)), redirects);
  const percentileOf = (score: number): number => scales.percentile(score);
  return { all, edited, redirects, rise, percentileOf, pageOf };
}

/** The address of a group is its own: a report has it, as its name or an alias, only when `pages.yaml` says that it is about that group. */
function checkAddresses(dataset: Dataset, edited: readonly EditedFile[], { answeredBy }: GroupPages): void {
  const groupAt = new Map([...dataset.occupations.values()].map(({ slug, code }) => [slug, code]));
  const problems = edited.flatMap(({ slug, file, content, lineOf }) => {
    const say = (address: string, line: number): string[] => {
      const code = groupAt.get(address);
      return code === undefined || answeredBy.get(code) === slug
        ? []
        : [`${file}:${line}: ${address} is the address of group ${code}, which this report does not answer`];
    };
    return [
      ...say(slug, 1),
      ...content.aliases.flatMap((alias, index) => say(alias, lineOf(['aliases', index]))),
    ];
  });
  if (problems.length > 0) throw new ContentError(problems);
}

function redirectsOf(edited: readonly EditedFile[]): Map<string, string> {
  const redirects = new Map<string, string>();
  for (const { slug, file, content, lineOf } of edited) {
    content.aliases.forEach((alias, index) => {
      if (redirects.has(alias) || edited.some((other) => other.slug === alias)) {
        throw new ContentError([`${file}:${lineOf(['aliases', index])}: the alias ${alias} is taken`]);
      }
      redirects.set(alias, slug);
    });
  }
  return redirects;
}

function checkNamedSlugs(
  edited: readonly EditedFile[],
  slugs: ReadonlySet<string>,
  redirects: ReadonlyMap<string, string>,
): void {
  const problems = edited.flatMap(({ file, content, lineOf }) => {
    const places = [
      ...content.pivots.map(({ slug }, index) => ({ slug, path: ['pivots', index, 'slug'] })),
      ...Object.entries({ ...content.compare } as Record<string, string | undefined>).flatMap(
        ([key, slug]) => (slug === undefined ? [] : [{ slug, path: ['compare', key] }]),
      ),
    ];
    return places
      .filter(({ slug }) => !slugs.has(redirects.get(slug) ?? slug))
      .map(({ slug, path }) => `${file}:${lineOf(path)}: there is no occupation ${slug}`);
  });
  if (problems.length > 0) throw new ContentError(problems);
}
