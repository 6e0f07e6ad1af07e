import { type CurveTask, SCENARIOS, shareByYear } from '@app/blueprint';
import { fan } from '@app/charts';
import { MODEL_MONTH } from '@app/occupations';
import { type ChartView, chartView } from './chart-view.js';

const NAMES = { fast: 'Fast', central: 'Central', slow: 'Slow' } as const;

/** The window as the blueprint draws it: how much of a week tools could do and workplaces have taken up, year by year, at three paces. */
export function windowChart(tasks: readonly CurveTask[], barrierMonths: number, whose: string): ChartView {
  const lines = SCENARIOS.map((kind) => ({
    kind,
    label: NAMES[kind],
    values: shareByYear(tasks, kind, barrierMonths).map((share) => 100 * share),
  }));
  return chartView((width) =>
    fan({
      title: `Share of ${whose} in tasks that tools can do and workplaces have taken up`,
      firstYear: Number(MODEL_MONTH.slice(0, 4)),
      threshold: { value: 50, label: width < 560 ? 'Half' : 'Half of the week' },
      lines,
      width,
      height: width < 560 ? 220 : 280,
    }),
  );
}
