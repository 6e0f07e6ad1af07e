import { type Drawing, type DrawingTable, responsiveSvg } from '@app/charts';
import { SafeHtml } from '@app/http';

/** What `site/partials/chart` shows: the drawing in two widths, and its figures as a table behind it. */
export interface ChartView {
  readonly svg: SafeHtml;
  readonly table: DrawingTable;
  /** Names the table for those who hear it. */
  readonly name: string;
}

/** @param options.full draws it a third time for the whole width of the page. */
export function chartView(draw: (width: number) => Drawing, options: { full?: boolean } = {}): ChartView {
  const { table, title } = draw(720);
  return { svg: new SafeHtml(responsiveSvg(draw, options)), table, name: title };
}
