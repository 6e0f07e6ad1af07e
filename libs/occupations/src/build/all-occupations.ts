import { ContentError } from '../content/content-error.js';
import type { Content, EditedFile } from '../content/load-content.js';
import type { Dataset, OccupationRecord } from '../dataset/types.js';
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
}

/** @throws ContentError for aliases that clash, unknown codes, and fixed paths or comparisons with occupations that do not exist */
export function allOccupations(dataset: Dataset, content: Content): AllOccupations {
  const edited = new Map(content.edited.map((file) => [file.slug, file]));
  const redirects = redirectsOf(content.edited);
  const scales = new UkScales(dataset);
  const rise = riseFactor(content.edited.flatMap(editedTasks));
  const records = [...dataset.occupations.values()].filter((record) => {
    const slugs = slugsOf(record);
    const page = slugs.map((slug) => (edited.has(slug) ? slug : redirects.get(slug))).find(Boolean);
    for (const slug of slugs) if (slug !== (page ?? record.slug)) redirects.set(slug, page ?? record.slug);
    return page === undefined;
  });
  const all = [
    ...content.edited.map((file) => editedOccupation(dataset, scales, file)),
    ...records.map((record) => dataOccupation(dataset, record, rise)),
  ];
  checkNamedSlugs(content.edited, new Set(all.map(({ slug }) => slug)), redirects);
  return { all, edited, redirects, rise };
}

/** The slug of a record and the one it had before. */
export const slugsOf = ({ slug, formerSlug }: OccupationRecord): string[] =>
  formerSlug === undefined ? [slug] : [slug, formerSlug];

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
