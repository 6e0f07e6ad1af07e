import { effortPayoff } from '@app/charts';
import type { Composer } from '../model/composer.js';
import type { PageContent } from '../model/page-content.js';
import type { LearningCost } from '../snapshot/blueprint-snapshot.js';

const COST: Readonly<Record<LearningCost, string>> = {
  free: 'free',
  funded: 'public money, if you qualify',
  paid: 'costs money',
};

/** Page 12: what to learn, in which order, how long it takes, how to prove it. */
export function learningPage(composer: Composer): PageContent {
  const { learning, plan, limits } = composer.snapshot;
  const copy = composer.fill('12-learning', {
    weeks_needed: Math.ceil(learning.reduce((sum, item) => sum + item.hours, 0) / plan.hoursPerWeek),
    general: learning.filter(({ specific }) => !specific).map(({ name }) => name),
    no_budget: limits.budget === 0,
  });
  if (learning.length === 0) return { ...copy, blocks: composer.body(copy) };
  return {
    ...copy,
    blocks: [
      composer.figure(
        ({ width, taller }) =>
          effortPayoff({
            title: copy.words('chart_title'),
            width,
            height: 210 + taller,
            effortLabel: 'Hours to a first proof',
            payoffLabel: 'How much the path asks for it (importance 1–5)',
            points: learning.map((item, index) => ({
              name: item.name,
              hours: item.hours,
              payoff: item.importance,
              order: index + 1,
            })),
          }),
        { stretch: [-50, 50] },
      ),
      composer.table(
        [
          { head: 'In this order', width: 2.4, lines: 2 },
          { head: 'Begin with', width: 4.4, lines: 4 },
          { head: 'Proof someone else can see', width: 3.4, lines: 4 },
        ],
        learning.map((item, index) => {
          const first = item.steps[0];
          return [
            { text: `${index + 1}. ${item.name}`, strong: true },
            first ? `${first.do} (${first.hours} h, ${COST[first.cost]})` : '',
            { text: item.proof, ink: 'muted' },
          ];
        }),
        { gap: 14 },
      ),
      composer.table(
        [
          { head: 'Where', width: 2.4, lines: 2 },
          { head: 'Providers, free and publicly funded first', width: 7.8, lines: 2 },
        ],
        learning.slice(0, 5).map((item) => [item.name, { text: item.providers, ink: 'muted' }]),
        { gap: 14, givesWay: 5, rowsAre: 'skills', minRows: 3 },
      ),
      ...composer.body(copy),
    ],
  };
}
