import { Controller, Get } from '@nestjs/common';
import { barCell, dotCell, intervalCell, scoreStrip, toSvg } from '@app/charts';
import { Environment } from '@app/config';
import { SafeHtml, type View, view } from '@app/http';
import { DomainError } from '@app/kernel';
import { Catalogue } from '@app/occupations';
import { chartView } from '../chart-view.js';
import { row } from '../occupations.controller.js';
import { SAMPLE_CHARTS } from './sample-charts.js';

const COLOURS = [
  'paper',
  'card',
  'ink',
  'muted',
  'line',
  'track',
  'accent',
  'soft',
  'interval',
  'low',
  'medium',
  'high',
] as const;
const SIZES = [52, 44, 36, 32, 26, 22, 18, 16, 15, 14] as const;
const SPACES = [4, 8, 12, 16, 24, 32, 48, 56, 72, 96] as const;

const mark = (drawing: Parameters<typeof toSvg>[0]): SafeHtml =>
  new SafeHtml(toSvg(drawing, { decorative: true }));

/** The living page of the house style, for those who work on the site: every part as the pages use it. Not there in production. */
@Controller('design')
export class DesignController {
  constructor(
    private readonly environment: Environment,
    private readonly catalogue: Catalogue,
  ) {}

  @Get()
  design(): View {
    if (this.environment.NODE_ENV === 'production')
      throw new DomainError('not_found', 'There is no page at this address.');
    const swatch = (role: (typeof COLOURS)[number]): SafeHtml =>
      mark({
        width: 96,
        height: 48,
        title: '',
        description: '',
        shapes: [{ kind: 'rect', x: 0, y: 0, width: 96, height: 48, role }],
        table: { head: [], rows: [] },
      });
    const space = (width: number): SafeHtml =>
      mark({
        width: 96,
        height: 16,
        title: '',
        description: '',
        shapes: [{ kind: 'rect', x: 0, y: 0, width, height: 16, role: 'accent' }],
        table: { head: [], rows: [] },
      });
    const strip = scoreStrip({
      score: 35,
      interval: { low: 27, high: 44 },
      title: 'AI exposure score',
      width: 400,
    });
    return view('site/pages/design', {
      colours: COLOURS.map((name) => ({ name, swatch: swatch(name) })),
      sizes: SIZES,
      spaces: SPACES.map((size) => ({ size, mark: space(size) })),
      charts: SAMPLE_CHARTS.map(({ draw, ...chart }) => ({ ...chart, chart: chartView(draw) })),
      marks: {
        low: mark(barCell(12, { level: 'low' })),
        medium: mark(barCell(44, { level: 'medium' })),
        high: mark(barCell(72, { level: 'high' })),
        plain: mark(barCell(67)),
        interval: mark(intervalCell(35, { low: 27, high: 44 }, { emphasised: true })),
        dot: mark(dotCell(53, { emphasised: true })),
      },
      strip: new SafeHtml(toSvg(strip)),
      rows: this.catalogue
        .all()
        .filter(({ kind }) => kind === 'edited')
        .slice(0, 3)
        .map(row),
      errors: [
        { field: 'name', message: 'Tell us the name to put on the cover' },
        { field: 'email', message: 'Write the email address in full, like name@example.com' },
      ],
      fields: [
        { field: 'role-1', place: 'First', optional: false, typed: 'Nurse' },
        { field: 'role-2', place: 'Second', optional: false, typed: '' },
      ],
      meta: { description: 'The parts of this site.', indexable: false },
    });
  }
}
