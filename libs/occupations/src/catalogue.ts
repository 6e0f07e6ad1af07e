import { join } from 'node:path';
import { DomainError, sha256, stableJson } from '@app/kernel';
import { projectPath } from '@app/config';
import { dataOccupation, type Unlinked } from './build/data-occupation.js';
import { editedOccupation, editedTasks } from './build/edited-occupation.js';
import { UkScales } from './build/uk-scales.js';
import { ContentError } from './content/content-error.js';
import { type Content, type EditedFile, loadContent } from './content/load-content.js';
import { deepFreeze } from './dataset/deep-freeze.js';
import { DATA_FOLDER, type Dataset, loadDataset } from './dataset/index.js';
import { riseFactor } from './method/growth.js';
import { MODEL_VERSION } from './method/model.js';
import type {
  ElementRating,
  Occupation,
  OccupationReport,
  OccupationSummary,
  Pivot,
  SearchHit,
} from './model/index.js';
import { findPivots, pivotBetween, type PivotSources, pivotTargets } from './pivots/pivot-finder.js';
import { buildReport } from './report/build-report.js';
import { compareRoles } from './report/compare-roles.js';
import { searchEntries } from './search/search-entries.js';
import { TitleSearch } from './search/title-search.js';

/**
 * Every occupation, loaded and checked once at boot: the data set against its checksums, the content against its schema. Immutable;
 * paths and reports are worked out when first asked for, and kept.
 */
export class Catalogue {
  /** Version of the data set and of the content: the same version gives the same answers. */
  readonly version: string;
  readonly modelVersion = MODEL_VERSION;
  /** How fast exposure rises where nobody rated it, learned from the edited tasks: see `exposureInFiveYears`. */
  readonly rise: number;
  private readonly unlinked: ReadonlyMap<string, Unlinked>;
  private readonly edited: ReadonlyMap<string, EditedFile>;
  private readonly redirects: ReadonlyMap<string, string>;
  private readonly summaries: readonly OccupationSummary[];
  private titles: TitleSearch | undefined;
  private readonly sources: PivotSources;
  private readonly everyone: readonly Unlinked[];
  private readonly ratings = new Map<string, readonly ElementRating[]>();
  private readonly occupations = new Map<string, Occupation>();
  private readonly reports = new Map<string, OccupationReport>();

  /** @throws ContentError for aliases that clash, and codes or pivots that do not exist */
  constructor(
    readonly dataset: Dataset,
    content: Content,
  ) {
    this.version = `${dataset.version}.${sha256(stableJson(content)).slice(0, 8)}`;
    this.edited = new Map(content.edited.map((file) => [file.slug, file]));
    this.redirects = redirectsOf(content.edited);
    const scales = new UkScales(dataset);
    this.rise = riseFactor(content.edited.flatMap(editedTasks));
    const records = [...dataset.occupations.values()].filter(
      ({ slug }) => !this.redirects.has(slug) && !this.edited.has(slug),
    );
    const all = [
      ...content.edited.map((file) => editedOccupation(dataset, scales, file)),
      ...records.map((record) => dataOccupation(dataset, record, this.rise)),
    ];
    this.unlinked = new Map(all.map((occupation) => [occupation.slug, occupation]));
    this.summaries = all.map(summaryOf).sort(editedFirst);
    this.everyone = all;
    this.sources = {
      dataset,
      licensed: content.licensed,
      targets: pivotTargets(dataset, content.licensed, all),
      elements: (code) => this.elementsOf(code),
    };
    this.checkContentPivots();
  }

  /** Reads the project's own data set and content. @throws DatasetError, ContentError */
  static load(
    data: string = projectPath(DATA_FOLDER),
    content: string = join(data, '..', 'content'),
  ): Catalogue {
    return new Catalogue(loadDataset(data), loadContent(content));
  }

  /** An occupation with its three paths, or undefined. Does not follow aliases: see {@link redirectFor}. */
  bySlug(slug: string): Occupation | undefined {
    const known = this.occupations.get(slug);
    const own = this.unlinked.get(slug);
    if (known || !own) return known;
    const occupation = deepFreeze({ ...own, pivots: this.pivotsOf(own) });
    this.occupations.set(slug, occupation);
    return occupation;
  }

  /** Where an alias or an old slug leads, or undefined. */
  redirectFor(slug: string): string | undefined {
    return this.redirects.get(slug);
  }

  /** Edited occupations first, then by title. */
  all(): readonly OccupationSummary[] {
    return this.summaries;
  }

  /** Occupations whose title or alternate titles fit; forgives typing mistakes, knows both spellings. Best first. */
  search(query: string, limit = 10): SearchHit[] {
    return this.titleSearch().search(query, limit);
  }

  /**
   * Builds the search index in small steps between other work, so that the first search need not wait for it. For apps that search.
   * @throws ContentError at once, when the file of everyday names is damaged
   */
  warmSearch(): Promise<void> {
    return this.titleSearch().warm();
  }

  /** Skill and knowledge ratings in O*NET order; empty when the occupation has none or is unknown. */
  elements(slug: string): readonly ElementRating[] {
    const own = this.unlinked.get(slug);
    return own ? this.elementsOf(own.code) : [];
  }

  /** Every part of the public page (product §1), or undefined. */
  report(slug: string): OccupationReport | undefined {
    const known = this.reports.get(slug);
    const occupation = this.bySlug(slug);
    if (known || !occupation) return known;
    const edited = this.edited.get(slug);
    const report = deepFreeze(
      buildReport({
        dataset: this.dataset,
        catalogueVersion: this.version,
        occupation,
        compare: compareRoles(
          occupation,
          this.everyone,
          (other) => this.dataset.occupations.get(other.code)?.ukJobs ?? 0,
          edited?.content.compare,
        ),
        ...(edited ? { edited } : {}),
      }),
    );
    this.reports.set(slug, report);
    return report;
  }

  /** The content file of an edited occupation, for the consistency gate. */
  contentOf(slug: string): EditedFile | undefined {
    return this.edited.get(slug);
  }

  /** The path between any two occupations; null when one has no ratings. @throws DomainError `occupation_unknown` */
  pivot(fromSlug: string, toSlug: string): Pivot | null {
    const from = this.unlinked.get(fromSlug);
    const to = this.unlinked.get(toSlug);
    if (!from || !to)
      throw new DomainError('occupation_unknown', 'There is no such occupation.', {
        slug: from ? toSlug : fromSlug,
      });
    return pivotBetween(this.sources, from, to);
  }

  /** The worker and the desk never search: nothing is gathered before an app warms the search or somebody asks. */
  private titleSearch(): TitleSearch {
    this.titles ??= new TitleSearch(searchEntries(this.dataset, this.everyone, this.edited));
    return this.titles;
  }

  private elementsOf(code: string): readonly ElementRating[] {
    const known = this.ratings.get(code);
    if (known) return known;
    const row = this.dataset.ratings.get(code);
    const ratings = row
      ? this.dataset.elements.map(({ id, name, kind, order }) => ({
          id,
          name,
          kind,
          importance: row[order] ?? 1,
        }))
      : [];
    this.ratings.set(code, ratings);
    return ratings;
  }

  private pivotsOf(own: Unlinked): Pivot[] {
    const file = this.edited.get(own.slug);
    if (!file) return findPivots(this.sources, own);
    return file.content.pivots.flatMap(({ slug, why }) => {
      const to = this.unlinked.get(slug);
      const pivot = to && pivotBetween(this.sources, own, to, why);
      return pivot ? [pivot] : [];
    });
  }

  private checkContentPivots(): void {
    const problems = [...this.edited.values()].flatMap(({ file, content, lineOf }) => {
      const places = [
        ...content.pivots.map(({ slug }, index) => ({ slug, path: ['pivots', index, 'slug'] })),
        ...Object.entries({ ...content.compare } as Record<string, string | undefined>).flatMap(
          ([key, slug]) => (slug === undefined ? [] : [{ slug, path: ['compare', key] }]),
        ),
      ];
      return places
        .filter(({ slug }) => !this.unlinked.has(slug))
        .map(({ slug, path }) => `${file}:${lineOf(path)}: there is no occupation ${slug}`);
    });
    if (problems.length > 0) throw new ContentError(problems);
  }
}

const summaryOf = ({
  slug,
  title,
  code,
  sector,
  sectorName,
  kind,
  score,
  interval,
  percentile,
}: Unlinked): OccupationSummary => ({
  slug,
  title,
  code,
  sector,
  sectorName,
  kind,
  score,
  interval,
  percentile,
});

function editedFirst(a: OccupationSummary, b: OccupationSummary): number {
  if (a.kind !== b.kind) return a.kind === 'edited' ? -1 : 1;
  return a.title < b.title ? -1 : a.title > b.title ? 1 : 0;
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
