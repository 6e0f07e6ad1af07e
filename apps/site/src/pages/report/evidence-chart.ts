import { dotPlot } from '@app/charts';
import { type OccupationReport, percentileFigure } from '@app/occupations';
import { type ChartView, chartView } from '../chart-view.js';

/** Our score and every published measure of the work on one axis: the share of UK workers whose occupation is lower on it, in per cent. */
export function evidenceChart({ evidence, percentile }: OccupationReport): ChartView {
  const rows = [
    // As in the header.
    { label: 'Our score', value: evidence.scorePercentile, shown: percentile.figure, you: true },
    ...evidence.dots.map((dot) => ({
      label: dot.name,
      value: dot.percentile,
      shown: percentileFigure(dot.percentile),
      hollow: !dot.inScore,
    })),
  ];
  const chart = chartView((width) =>
    dotPlot({
      title: 'Share of UK workers whose occupation is lower on each measure',
      rows,
      unit: '%',
      lowLabel: '0%',
      highLabel: '100%',
      width,
    }),
  );
  const table = { head: ['Measure', 'Lower for'], rows: rows.map(({ label, shown }) => [label, shown]) };
  return { ...chart, table };
}
