import { Controller, Get, Inject } from '@nestjs/common';
import { barCell, intervalCell, levelOf, toSvg } from '@app/charts';
import { Environment } from '@app/config';
import { CLOCK, type Clock, promiseFor } from '@app/kernel';
import { PublicPage, SafeHtml, type View, view } from '@app/http';
import { Catalogue } from '@app/occupations';
import { jsonLd } from '../found/json-ld.js';
import { SharePictures } from '../found/share-pictures.js';
import { organization, website } from '../found/site-things.js';
import { promiseFreshFor } from './promise-freshness.js';
import { reportHeadings } from './report/report-headings.js';
import { row } from './occupations.controller.js';

/** The report that the home page shows as an example. */
const EXAMPLE = 'machine-learning-engineer';

@Controller()
export class HomeController {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly environment: Environment,
    private readonly pictures: SharePictures,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @PublicPage()
  home(): View {
    const now = this.clock.now();
    const report = this.catalogue.report(EXAMPLE);
    const edited = this.catalogue.all().filter(({ kind }) => kind === 'edited');
    return view(
      'site/pages/home',
      {
        example: report && {
          ...report,
          heading: reportHeadings(report).page,
          tasks: report.tasks.map((task) => ({
            ...task,
            level: task.risk.toLowerCase(),
            mark: new SafeHtml(
              toSvg(barCell(task.exposureShown, { level: levelOf(task.exposureShown) }), {
                decorative: true,
              }),
            ),
          })),
          mark: new SafeHtml(
            toSvg(intervalCell(report.score.exact, report.score.interval, { emphasised: true }), {
              decorative: true,
            }),
          ),
        },
        edited: [...edited].sort((a, b) => b.score - a.score).map(row),
        total: this.catalogue.all().length,
        promiseAt: promiseFor(now).promiseAt,
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
}
