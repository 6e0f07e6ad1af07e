import { fan } from '@app/charts';
import { windowParts } from '@app/assessment';
import { MODEL_MONTH } from '@app/occupations';
import type { Composer } from '../model/composer.js';
import type { PageContent } from '@app/typeset';
import { ownTasks, sharePrinted } from '../snapshot/own-week.js';
import { type Scenario, SCENARIOS, shareByYear } from '../model/window-curve.js';

const NAMES: Readonly<Record<Scenario, string>> = { fast: 'Fast', central: 'Central', slow: 'Slow' };

/** From here on tools do half of a task. */
const WITHIN_SIGHT = 50;

/** Page 6: when half of the week could be done by tools that are in use, in three scenarios. */
export function windowPage(composer: Composer): PageContent {
  const { result, occupation } = composer.snapshot;
  const firstYear = Number(MODEL_MONTH.slice(0, 4));
  const curves = SCENARIOS.map((scenario) => ({
    scenario,
    values: shareByYear(windowParts(result.tasks, result.windowOf), scenario, occupation.barrierMonths),
  }));
  const yearOf = (months: number | null): string =>
    months === null
      ? 'not within 10 years'
      : String(firstYear + Math.floor((Number(MODEL_MONTH.slice(5)) - 1 + months) / 12));
  const months: Readonly<Record<Scenario, number | null>> = {
    fast: result.window.fastMonths,
    central: result.window.centralMonths,
    slow: result.window.slowMonths,
  };
  // A sign is a task that tools come to do: of one they do little of, nobody will be told that it is gone.
  const watch = ownTasks(result.tasks)
    .filter(({ id, exposureIn5Years }) => id !== 'other' && Math.round(exposureIn5Years) >= WITHIN_SIGHT)
    .sort((a, b) => sharePrinted(b) * b.exposureIn5Years - sharePrinted(a) * a.exposureIn5Years)
    .slice(0, 2);
  const copy = composer.fill('06-window', {
    fast_year: yearOf(months.fast),
    central_known: months.central !== null,
    central_year: yearOf(months.central),
    slow_year: yearOf(months.slow),
    reached: months.fast !== null,
    watch: watch.map(({ name }) => name),
    barrier_months: occupation.barrierMonths,
  });
  return {
    ...copy,
    blocks: [
      composer.figure(
        ({ width, taller }) =>
          fan({
            title: copy.words('chart_title'),
            width,
            height: 290 + taller,
            firstYear,
            threshold: { value: 50, label: 'Half of your week' },
            lines: curves.map(({ scenario, values }) => ({
              label: NAMES[scenario],
              kind: scenario,
              values: values.map((share) => share * 100),
            })),
          }),
        { stretch: [-70, 90] },
      ),
      composer.table(
        [
          { head: 'Scenario', width: 1.4, lines: 1 },
          { head: 'What it supposes', width: 5.6, lines: 2 },
          { head: 'Half of your week by', width: 2.4, align: 'right', lines: 1 },
        ],
        SCENARIOS.map((scenario) => [
          { text: NAMES[scenario], strong: scenario === 'central' },
          { text: copy.words(`supposes_${scenario}`), ink: 'muted' },
          { text: yearOf(months[scenario]), strong: true },
        ]),
      ),
      ...composer.body(copy),
    ],
  };
}
