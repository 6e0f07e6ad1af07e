import { Controller, Get, Inject } from '@nestjs/common';
import { barCell, intervalCell, levelOf, toSvg } from '@app/charts';
import { Environment } from '@app/config';
import { CLOCK, type Clock, promiseFor, unlessExhausted } from '@app/kernel';
import { PublicPage, SafeHtml, type View, view } from '@app/http';
import { Catalogue } from '@app/occupations';
import { jsonLd } from '../../discovery/json-ld.js';
import { SharePictures } from '../../discovery/share-pictures.js';
import { organization, website } from '../../discovery/site-things.js';
import { type ChartView, chartView } from '../chart-view.js';
import { methodFigures } from '../method/method-figures.js';
import { row } from '../occupations.controller.js';
import { promiseFreshFor } from '../promise-freshness.js';
import { rank, shownJobs } from '../ranking.js';
import { reportHeadings } from '../report/report-headings.js';
import { KNOWN, workforce, type Workforce } from './workforce.js';

/** The report that the home page shows as an example. */
const EXAMPLE = 'machine-learning-engineer';
/** Offered under the search, for people who want to look before they type. */
const TRY = ['nurse', 'software-developer', 'warehouse-operative', 'primary-school-teacher', 'solicitor'];
const MOST_HELD = 5;

@Controller()
export class HomeController {
  /** The catalogue does not change while the site runs, so this is worked out once. */
  private readonly still: ReturnType<HomeController['stillParts']>;

  constructor(
    private readonly catalogue: Catalogue,
    private readonly environment: Environment,
    private readonly pictures: SharePictures,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.still = this.stillParts();
  }

  @Get()
  @PublicPage()
  home(): View {
    const now = this.clock.now();
    return view(
      'site/pages/home',
      {
        ...this.still,
        promiseAt: unlessExhausted(() => promiseFor(now))?.promiseAt ?? null,
        meta: {
          description:
            'See how exposed your occupation is to AI, find out how your own week differs, and plan what to do about it. With sources, and without fear.',
          indexable: true,
          picture: this.pictures.address('site'),
          things: jsonLd(organization(this.environment), website(this.environment)),
        },
      },
      { seconds: promiseFreshFor(now) },
    );
  }

  private stillParts() {
    const all = this.catalogue.all();
    const edited = all.filter(({ kind }) => kind === 'edited');
    const jobsOf = ({ code }: { readonly code: string }): number =>
      this.catalogue.dataset.occupations.get(code)?.ukJobs ?? 0;
    const people = workforce(this.catalogue);
    const { correlations, edited: rated } = methodFigures(this.catalogue);
    const beside = correlations.flatMap(({ without }) => without ?? []);
    return {
      example: this.example(),
      tries: TRY.flatMap((slug) => this.catalogue.bySlug(slug) ?? []).map(({ slug, title }) => ({
        slug,
        title,
      })),
      people,
      chart: chartView(people.draw, { full: true }),
      held: rank(onePerGroup(edited), jobsOf, 'jobs', '1')
        .rows.slice(0, MOST_HELD)
        .map(({ occupation, jobs }) => ({ ...row(occupation), jobs: shownJobs(jobs) })),
      total: all.length,
      rated: rated.count,
      measures: correlations.length,
      agreement: {
        low: Math.min(...beside).toFixed(2),
        high: Math.max(...beside).toFixed(2),
        count: beside.length,
      },
    } satisfies { chart: ChartView; people: Workforce } & Record<string, unknown>;
  }

  private example(): object | undefined {
    const report = this.catalogue.report(EXAMPLE);
    return (
      report && {
        ...report,
        heading: reportHeadings(report).page,
        tasks: report.tasks.map((task) => ({
          ...task,
          level: task.risk.toLowerCase(),
          mark: mark(barCell(task.exposureShown, { level: levelOf(task.exposureShown) })),
        })),
        mark: mark(intervalCell(report.score.exact, report.score.interval, { emphasised: true })),
      }
    );
  }
}

/** Of the roles that share a unit group, and with it the count of its jobs, the one that most people know. */
function onePerGroup<Each extends { readonly slug: string; readonly code: string }>(
  occupations: readonly Each[],
): Each[] {
  const chosen = new Map<string, Each>();
  for (const each of occupations) {
    const group = each.code.slice(0, 4);
    if (!chosen.has(group) || KNOWN.includes(each.slug)) chosen.set(group, each);
  }
  return [...chosen.values()];
}

const mark = (drawing: Parameters<typeof toSvg>[0]): SafeHtml =>
  new SafeHtml(toSvg(drawing, { decorative: true }));
