import { dumbbell } from '@app/charts';
import { type ChartView, chartView } from './chart-view.js';

/** A level of a job with its score and its window in words. */
export interface JobLevel {
  readonly name: string;
  readonly score: number;
  readonly window: string;
}

/** How exposed each level of a job is beside the job as a whole. */
export function levelChart(levels: readonly JobLevel[], typical: number): ChartView {
  const chart = chartView((width) =>
    dumbbell({
      title: 'AI exposure by how far you are into the job',
      rows: levels.map(({ name, score }) => ({
        label: name,
        from: typical,
        to: score,
      })),
      fromLabel: 'All',
      toLabel: 'Level',
      domain: [0, 100],
      width,
      row: 36,
    }),
  );
  return {
    ...chart,
    table: {
      head: ['Level', 'Score', 'Window'],
      rows: levels.map(({ name, score, window }) => [name, String(Math.round(score)), window]),
    },
  };
}
