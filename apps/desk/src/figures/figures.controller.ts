import { Controller, Get, Header } from '@nestjs/common';
import { rankedBars, toSvg, weekColumns } from '@app/charts';
import {
  type EditedBlock,
  EditedBlocks,
  FigureCount,
  type MetricWeek,
  WeeklyMetrics,
} from '@app/desk-reading';
import { SafeHtml, type View, view } from '@app/http';
import { inLondon } from '@app/kernel';
import { Needs } from '../access/needs.js';
import { type Caller, CurrentStaff } from '../access/signed-in-request.js';
import { ViewsLog } from '../access/views-log.js';
import { csvCell } from '../reviews/queue/queue-csv.js';
import { type Figure, FIGURES, shownOf } from './figure-list.js';

/** A quarter. */
const WEEKS = 13;
const MOST_REASONS = 10;
/** Blocks on the page; the file has more. */
const MOST_BLOCKS = 12;
const BLOCKS_IN_A_FILE = 1_000;
/** Drawing units of a chart on a telephone and on a desk. */
const NARROW = 342;
const WIDE = 560;

/** How the work goes, by week. */
@Controller('figures')
@Needs('figures.read')
export class FiguresController {
  constructor(
    private readonly metrics: WeeklyMetrics,
    private readonly blocks: EditedBlocks,
    private readonly count: FigureCount,
    private readonly views: ViewsLog,
  ) {}

  @Get()
  async page(@CurrentStaff() staff: Caller): Promise<View> {
    const weeks = await this.metrics.weeks(WEEKS);
    const reasons = await this.metrics.returnReasons(WEEKS, MOST_REASONS);
    // What a reviewer wrote of a draft is about its customer.
    await this.views.listed(
      staff,
      'returns',
      reasons.flatMap(({ orderIds }) => orderIds),
    );
    return view('desk/figures', {
      weeks_count: WEEKS,
      uncounted: await this.count.missing(),
      charts: FIGURES.map((figure) => chartOf(figure, weeks)),
      heads: FIGURES.map(({ title }) => title),
      rows: [...weeks]
        .reverse()
        .map((week) => ({ week: labelOf(week), cells: FIGURES.map((figure) => shownOf(figure, week)) })),
      edited_pages: await this.metrics.editedPages(WEEKS),
      ...editedBlocks(await this.blocks.since(WEEKS, MOST_BLOCKS)),
      reasons,
    });
  }

  /** The same figures for a spreadsheet: numbers bare, nothing measured left empty. */
  @Get('weeks.csv')
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="weeks.csv"')
  async csv(): Promise<string> {
    const weeks = await this.metrics.weeks(WEEKS);
    const head = ['Week of', ...FIGURES.map(({ title }) => title), 'Refunded, pounds'];
    const lines = weeks.map((week) => [
      week.monday,
      ...FIGURES.map(({ value }) => {
        const number = value(week);
        return number === null ? '' : String(Math.round(number * 100) / 100);
      }),
      (week.refundedPence / 100).toFixed(2),
    ]);
    return csvOf([head, ...lines]);
  }

  /** How often each block was changed, for a spreadsheet. */
  @Get('blocks.csv')
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="blocks.csv"')
  async blocksCsv(): Promise<string> {
    const head = ['Templates', 'Page', 'Block', 'Kind', 'Files changed', 'Files approved', 'Per cent'];
    const blocks = await this.blocks.since(WEEKS, BLOCKS_IN_A_FILE);
    const lines = blocks.map(({ templateVersion, page, place, kind, files, of }) =>
      [templateVersion, page, place ?? '', kind ?? '', files, of, Math.round((1000 * files) / of) / 10].map(
        String,
      ),
    );
    return csvOf([head, ...lines]);
  }
}

const csvOf = (lines: readonly (readonly string[])[]): string =>
  `\ufeff${lines.map((line) => line.map(csvCell).join(',')).join('\r\n')}\r\n`;

/** As people read it: "Page 12, block 3 (item)". */
const blockWords = ({ page, place, kind }: EditedBlock): string =>
  place === null ? `Page ${page}` : `Page ${page}, block ${place} (${kind})`;

/** The blocks as bars and as rows; the version of the templates is named where there is more than one. */
function editedBlocks(blocks: readonly EditedBlock[]): object {
  const several = new Set(blocks.map(({ templateVersion }) => templateVersion)).size > 1;
  const rows = blocks.map((block) => ({
    label: blockWords(block),
    version: block.templateVersion.slice(0, 8),
    percent: `${Math.round((100 * block.files) / block.of)}%`,
    files: block.files,
    of: block.of,
  }));
  const draw = (width: number) =>
    rankedBars({
      title: 'Blocks changed most, as a share of the approved files',
      measure: 'Share of files',
      width,
      rows: blocks.map((block, index) => ({
        label: rows[index]?.label ?? '',
        value: (100 * block.files) / block.of,
        shown: rows[index]?.percent ?? '',
        ...(several && { note: `templates ${rows[index]?.version}` }),
      })),
    });
  const svg = toSvg(draw(NARROW), { className: 'narrow' }) + toSvg(draw(WIDE), { className: 'wide' });
  return { edited_blocks: rows, blocks_svg: new SafeHtml(svg), several_versions: several };
}

const labelOf = ({ monday }: MetricWeek): string =>
  inLondon(new Date(`${monday}T12:00:00Z`)).toFormat('d LLL');

function chartOf(figure: Figure, weeks: readonly MetricWeek[]): object {
  const columns = weeks.map((week) => ({
    label: labelOf(week),
    value: figure.value(week),
    shown: shownOf(figure, week),
  }));
  const { title, max, id, means } = figure;
  const draw = (width: number) =>
    weekColumns({ title: `${title}, by week`, measure: title, weeks: columns, width, ...(max && { max }) });
  // Two stand side by side on a wide screen, so neither needs the width of a page.
  const svg = toSvg(draw(NARROW), { className: 'narrow' }) + toSvg(draw(WIDE), { className: 'wide' });
  return { id, title, means, latest: columns.at(-1)?.shown ?? '–', svg: new SafeHtml(svg) };
}
