import { join } from 'node:path';
import { sha256, stableJson } from '@app/kernel';
import { projectPath } from '@app/config';
import { type AllOccupations, allOccupations } from './build/all-occupations.js';
import type { Unlinked } from './build/data-occupation.js';
import type { CompareContent } from './content/edited-content.js';
import { type Content, type EditedFile, loadContent } from './content/load-content.js';
import { preparedContent } from './content/prepared-content.js';
import { deepFreeze } from './dataset/deep-freeze.js';
import { elementsReader } from './dataset/elements-of.js';
import { DATA_FOLDER, type Dataset, loadDataset } from './dataset/index.js';
import { MODEL_VERSION } from './method/model.js';
import type {
  ElementRating,
  Occupation,
  OccupationReport,
  OccupationSummary,
  SearchAnswer,
  SearchHit,
} from './model/index.js';
import { familiesOf, type MajorGroup } from './groups/families.js';
import { linkPivots } from './pivots/link-pivots.js';
import { readPivots, type ShippedPivots } from './pivots/pivots-file.js';
import { buildReport } from './report/build-report.js';
import { compareRoles } from './report/compare-roles.js';
import { type GateKnown, gateKnown } from './gate/gate-known.js';
import type { JobSearch } from './search/job-search.js';
import { jobSearch } from './search/search-entries.js';

/** A unit group of SOC 2020 with the reports in it. */
export interface FamilyOfGroup {
  /** Four digits. */
  readonly code: string;
  /** As ONS prints it. */
  readonly name: string;
  /** The report that answers for the whole unit group. */
  readonly head: OccupationSummary;
  readonly others: readonly OccupationSummary[];
}

/**
 * Every occupation with its paths, loaded and checked once at boot: the data set against its checksums, the content against its schema.
 * Immutable; reports are put together when first asked for, and kept.
 */
export class Catalogue {
  /** Version of the data set and of the content: the same version gives the same answers. */
  readonly version: string;
  readonly modelVersion = MODEL_VERSION;
  /** How fast exposure rises where nobody rated it, learned from the edited tasks: see `exposureInFiveYears`. */
  readonly rise: number;
  private readonly known: AllOccupations;
  private readonly occupations: ReadonlyMap<string, Occupation>;
  private readonly summaries: readonly OccupationSummary[];
  private readonly elementsOf: (code: string) => readonly ElementRating[];
  private jobs: JobSearch | undefined;
  private gate: GateKnown | undefined;
  private tree: readonly MajorGroup[] | undefined;
  private readonly reports = new Map<string, OccupationReport>();
  private static shipped: Catalogue | undefined;

  /**
   * @param shipped paths worked out before; those of another data set or content are worked out anew, which takes seconds
   * @throws ContentError for aliases that clash, and codes or pivots that do not exist
   */
  constructor(
    readonly dataset: Dataset,
    content: Content,
    shipped?: ShippedPivots,
  ) {
    this.version = `${dataset.version}.${sha256(stableJson(content)).slice(0, 8)}`;
    this.known = allOccupations(dataset, content);
    this.rise = this.known.rise;
    this.occupations = linkPivots(dataset, content.licensed, this.known, shipped);
    this.summaries = this.known.all.map(summaryOf).sort(editedFirst);
    this.elementsOf = elementsReader(dataset);
  }

  /** The project's own data set and content, read once in a process. @throws DatasetError, ContentError */
  static load(): Catalogue {
    return (Catalogue.shipped ??= Catalogue.read(projectPath(DATA_FOLDER)));
  }

  /** Reads a data set and content from other folders. @throws DatasetError, ContentError */
  static read(data: string, content: string = join(data, '..', 'content')): Catalogue {
    const dataset = loadDataset(data);
    return new Catalogue(
      dataset,
      preparedContent(data, content) ?? loadContent(content),
      readPivots(data, dataset.elements),
    );
  }

  /** An occupation with its three paths, or undefined. Does not follow aliases: see {@link redirectFor}. */
  bySlug(slug: string): Occupation | undefined {
    return this.occupations.get(slug);
  }

  /** Where an alias or an old slug leads, or undefined. */
  redirectFor(slug: string): string | undefined {
    return this.known.redirects.get(slug);
  }

  /** Where a score stands: the share of UK employment in unit groups that score lower, 0–100. Pages and results ask here alike. */
  percentileOf(score: number): number {
    return this.known.percentileOf(score);
  }

  /** The families of work of SOC 2020 with the page of every unit group and those inside it. */
  families(): readonly MajorGroup[] {
    return (this.tree ??= familiesOf(this.summaries, this.known.pageOf, this.dataset.unitGroups));
  }

  /** Edited occupations first, then by title. */
  all(): readonly OccupationSummary[] {
    return this.summaries;
  }

  /** Occupations whose title or alternate titles fit; forgives typing mistakes, knows both spellings. Best first. */
  search(query: string, limit = 10): SearchHit[] {
    return [...this.find(query, limit).hits];
  }

  /** As {@link search}, with what the words are when they are no job: an employer, a place, somebody outside work, or nothing near. */
  find(query: string, limit = 10): SearchAnswer {
    return this.jobSearch().find(query, limit);
  }

  /**
   * Builds the search index in small steps between other work, so that the first search need not wait for it. For apps that search.
   * @throws ContentError when the file of everyday names is damaged
   */
  async warmSearch(): Promise<void> {
    await this.jobSearch().warm();
  }

  /** Skill and knowledge ratings in O*NET order; empty when the occupation has none or is unknown. */
  elements(slug: string): readonly ElementRating[] {
    const own = this.occupations.get(slug);
    return own ? this.elementsOf(own.skillsCode) : [];
  }

  /** Every part of the public page (product §1), or undefined. */
  report(slug: string): OccupationReport | undefined {
    const known = this.reports.get(slug);
    const occupation = this.bySlug(slug);
    if (known || !occupation) return known;
    const edited = this.contentOf(slug);
    const report = deepFreeze(
      buildReport({
        dataset: this.dataset,
        catalogueVersion: this.version,
        occupation,
        compare: compareRoles(
          occupation,
          this.known.all,
          (other) => this.countedJobs(other),
          this.currentSlugs(edited?.content.compare),
        ),
        ...(edited ? { edited } : {}),
        gate: this.gateKnown(),
      }),
    );
    this.reports.set(slug, report);
    return report;
  }

  /** UK jobs of an edited report's or a unit group's page. Nobody has counted a group inside a unit group, so those are less known than any. */
  private countedJobs({ kind, code }: Pick<Unlinked, 'kind' | 'code'>): number {
    return kind === 'edited' || code.length === 4 ? (this.dataset.occupations.get(code)?.ukJobs ?? 0) : 0;
  }

  /** The page of the unit group a report is in, and the other reports in that group by title; undefined for an unknown slug. */
  familyOf(slug: string): FamilyOfGroup | undefined {
    const code = this.occupations.get(slug)?.code.slice(0, 4);
    const head = code === undefined ? undefined : this.occupations.get(this.known.pageOf.get(code) ?? '');
    if (code === undefined || !head) return undefined;
    const others = this.summaries.filter(
      (other) => other.code.startsWith(code) && other.slug !== slug && other.slug !== head.slug,
    );
    return {
      code,
      name: this.dataset.unitGroups.get(code)?.name ?? code,
      head,
      others: [...others].sort(byTitle),
    };
  }

  /** The content file of an edited occupation, for the consistency gate. */
  contentOf(slug: string): EditedFile | undefined {
    return this.known.edited.get(slug);
  }

  /** What the consistency gate knows beside one report: where slugs lead, and every tool that an edited file lists. */
  gateKnown(): GateKnown {
    return (this.gate ??= gateKnown(this.known));
  }

  /** The worker and the desk never search: nothing is gathered before an app warms the search or somebody asks. */
  private jobSearch(): JobSearch {
    this.jobs ??= jobSearch(this.dataset, this.known);
    return this.jobs;
  }

  /** Editors may have written a slug that leads elsewhere since. */
  private currentSlugs(compare: CompareContent = {}): CompareContent {
    return Object.fromEntries(
      Object.entries(compare as Record<string, string | undefined>).map(([place, slug]) => [
        place,
        slug === undefined ? slug : (this.redirectFor(slug) ?? slug),
      ]),
    );
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

const byTitle = (a: OccupationSummary, b: OccupationSummary): number => (a.title < b.title ? -1 : 1);

function editedFirst(a: OccupationSummary, b: OccupationSummary): number {
  if (a.kind !== b.kind) return a.kind === 'edited' ? -1 : 1;
  return a.title < b.title ? -1 : a.title > b.title ? 1 : 0;
}
