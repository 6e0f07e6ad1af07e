import { gantt } from '@app/charts';
import { WeekTable } from './week-table.block.js';
import type { Composer } from '../model/composer.js';
import type { PageContent } from '@app/typeset';
import { WEEKS } from '../plan/plan-calendar.js';
import type { PlanStrand } from '../snapshot/blueprint-snapshot.js';
import { dayMonth } from '../drafting/email-summary.js';

const ROLE = { learn: 'accent', test: 'medium', work: 'low', apply: 'muted' } as const satisfies Record<
  PlanStrand['kind'],
  string
>;

/** Page 14: thirteen weeks with boxes to tick, three decisions, three plans. */
export function ninetyDaysPage(composer: Composer): PageContent {
  const { plan } = composer.snapshot;
  const copy = composer.fill('14-ninety-days');
  return {
    ...copy,
    blocks: [
      composer.figure(
        ({ width, taller }) =>
          gantt({
            title: copy.words('chart_title'),
            width,
            weeks: WEEKS,
            row: 22 + taller,
            bars: plan.strands.slice(0, 7).map((strand) => ({
              label: strand.label,
              from: strand.from,
              to: strand.to,
              role: ROLE[strand.kind],
            })),
            marks: plan.decisions.map(({ day, date }) => ({
              week: plan.weeks.findIndex(({ from, to }) => date >= from && date <= to) + 1,
              label: `Day ${day}`,
            })),
            dates: [{ week: 1, label: dayMonth(plan.start) }],
          }),
        { stretch: [-7, 6] },
      ),
      new WeekTable(composer.typesetter, plan.weeks),
    ],
  };
}
