import { isBetweenJobs } from '@app/assessment';
import { rankedBars } from '@app/charts';
import { initial } from '../copy/word-filters.js';
import type { Composer } from '../model/composer.js';
import type { Block, Cell, PageContent } from '@app/typeset';
import type { SnapshotStep } from '../snapshot/blueprint-snapshot.js';
import { employerWords } from './employer-words.js';

/** A page of the next steps inside the person's own trade, where fewer than three moves keep their limits. */
export function stepsPage(composer: Composer, steps: readonly SnapshotStep[]): PageContent {
  const { ownEmployers } = composer.snapshot;
  const copy = composer.fill('09-steps', {
    steps,
    pages: [...new Set(steps.filter(({ checkedOn }) => checkedOn === undefined).map(({ page }) => page))],
    employers: ownEmployers ? employerWords(ownEmployers) : '',
  });
  return {
    ...copy,
    blocks: [
      composer.figure(({ width }) =>
        rankedBars({
          title: copy.words('chart_title'),
          width,
          max: Math.max(1, ...steps.map(({ months: [, to] }) => to)),
          rows: steps.map(({ step, time, months: [, to] }) => ({
            label: initial(step),
            value: to,
            shown: time,
          })),
          measure: 'Months',
        }),
      ),
      stepsTable(composer, steps, { why: true }),
      ...composer.body(copy),
    ],
  };
}

/** What each step asks and what to say; beside the chart of months no months. None is left out or cut: the words around the table give way. */
export const stepsTable = (
  composer: Composer,
  steps: readonly SnapshotStep[],
  { why = false }: { why?: boolean } = {},
): Block => {
  // What to say of a step is said to a manager.
  const isSaid = !isBetweenJobs({ jobTitle: composer.snapshot.person.role });
  return composer.table(
    [
      { head: 'Next step in your trade', width: why ? 2.2 : 2.6, lines: 9 },
      { head: why ? 'Why, and what it asks' : 'What it asks', width: why ? 5.4 : 4.6, lines: 9 },
      ...(isSaid ? [{ head: 'What to say', width: why ? 2.8 : 3.2, lines: 9 } as const] : []),
    ],
    steps.map((step): Cell[] => [
      { text: initial(step.step), strong: true },
      `${why ? `${step.why} It asks for ${step.asks}. Cost: ${step.cost}` : `${initial(step.asks)}. ${initial(step.time)}; ${step.cost.replace(/^nothing\b/, 'it costs nothing')}`}. See ${step.page}.`,
      ...(isSaid ? [{ text: `“${step.say}”`, ink: 'muted' } as const] : []),
    ]),
    { gap: why ? 18 : 16, tight: true, whole: true },
  );
};
