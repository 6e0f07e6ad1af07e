import { Controller, Get, Header, Inject, Param } from '@nestjs/common';
import { Environment } from '@app/config';
import { CLOCK, type Clock, DomainError, promiseFor, unlessExhausted } from '@app/kernel';
import { LabourMarket, LiveMarket } from '@app/labour-market';
import { movedTo, PublicPage, type SeeOther, type View, view } from '@app/http';
import { Catalogue, type FamilyOfGroup, type OccupationReport } from '@app/occupations';
import { SharePictures } from '../../discovery/share-pictures.js';
import { promiseFreshFor } from '../promise-freshness.js';
import { officialFigures } from './official-figures.js';
import { reportCsv, reportJson } from './report-download.js';
import { type PayOfWork, reportView } from './report-view.js';
import { type VacanciesView, vacanciesView } from './vacancies-view.js';

/** One page for each occupation, and its figures to download. */
@Controller('occupations/:slug')
export class ReportController {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly market: LabourMarket,
    private readonly live: LiveMarket,
    private readonly environment: Environment,
    private readonly pictures: SharePictures,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @PublicPage()
  report(@Param('slug') slug: string): View | SeeOther {
    const report = this.catalogue.report(slug);
    if (report) {
      const now = this.clock.now();
      const data = {
        ...reportView(report, this.environment.SITE_URL, this.pictures.address(slug), this.payOf),
        official: officialFigures(
          this.market.payFor(report.occupation.ukCodes),
          this.market.jobsFor(report.occupation.ukCodes),
          this.market.payScaleOf(report.code),
          this.market.atLeastHalfEarn(report.occupation.ukCodes),
        ),
        family: familyView(slug, this.catalogue.familyOf(slug)),
        vacancies: this.vacancies(report),
        promiseAt: unlessExhausted(() => promiseFor(now))?.promiseAt ?? null,
        pricePence: this.environment.PRICE_PENCE,
      };
      return view('site/pages/report', data, { seconds: promiseFreshFor(now) });
    }
    const target = this.catalogue.redirectFor(slug);
    if (target === undefined) throw notFound();
    return movedTo(`/occupations/${target}`);
  }

  @Get('report.json')
  @PublicPage()
  @Header('content-type', 'application/json; charset=utf-8')
  json(@Param('slug') slug: string): string {
    return reportJson(this.find(slug));
  }

  @Get('tasks.csv')
  @PublicPage()
  @Header('content-type', 'text/csv; charset=utf-8')
  csv(@Param('slug') slug: string): string {
    return reportCsv(this.find(slug));
  }

  private readonly payOf = (slug: string): PayOfWork => {
    const codes = this.catalogue.bySlug(slug)?.ukCodes ?? [];
    return { bands: this.market.payFor(codes), atLeast: this.market.atLeastHalfEarn(codes)?.pounds };
  };

  /** Only edited reports have the titles that British advertisements use; those of the American record would find too few. */
  private vacancies({ slug, title }: OccupationReport): VacanciesView | null {
    const edited = this.catalogue.contentOf(slug);
    const live = edited && this.live.latest({ titles: [title, ...edited.content.titles] });
    return live ? vacanciesView(live) : null;
  }

  /** Former addresses give the figures of where they lead: a program that reads them follows no page. */
  private find(slug: string): OccupationReport {
    const report =
      this.catalogue.report(slug) ?? this.catalogue.report(this.catalogue.redirectFor(slug) ?? '');
    if (!report) throw notFound();
    return report;
  }
}

/** The way up to the unit group's page, and the other reports in it. */
const familyView = (slug: string, family: FamilyOfGroup | undefined) =>
  family && {
    code: family.code,
    name: family.name,
    up: family.head.slug === slug ? null : family.head,
    others: family.others.map(({ slug: other, title }) => ({ slug: other, title })),
  };

const notFound = (): DomainError => new DomainError('not_found', 'We have no report under this name.');
