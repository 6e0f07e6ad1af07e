import { effortPayoff } from '@app/charts';
import { fullDate } from '../drafting/email-summary.js';
import type { Composer } from '../model/composer.js';
import { type PageContent, TYPE } from '@app/typeset';
import type { LearningCost, LearningStep, SnapshotLearning } from '../snapshot/blueprint-snapshot.js';

const COST: Readonly<Record<LearningCost, string>> = {
  free: 'free',
  funded: 'funded if you qualify',
  paid: 'costs money',
};

const stepWords = ({ do: what, hours, cost }: LearningStep): string =>
  `${what.replace(/\.$/, '')} (${hours}\u00a0h, ${COST[cost]}).`;

/** Day of the oldest check of the providers, when those of every lesson written for a skill have one. */
function oldestCheck(learning: readonly SnapshotLearning[]): string | null {
  const days = learning
    .filter(({ id, specific }) => specific && !id.startsWith('plan-'))
    .map(({ checkedOn }) => checkedOn);
  const [oldest] = [...days].sort();
  return oldest !== undefined && days.every(Boolean) ? fullDate(oldest) : null;
}

/** Page 12: what to learn, in which order, how long it takes, how to prove it. */
export function learningPage(composer: Composer): PageContent {
  const { learning, plan, limits, paths } = composer.snapshot;
  const copy = composer.fill('12-learning', {
    learned_in_plan: Math.round(
      plan.weeks
        .flatMap(({ actions }) => actions)
        .reduce((sum, { kind, hours }) => sum + (kind === 'learn' ? hours : 0), 0),
    ),
    general: learning.filter(({ specific }) => !specific).map(({ name }) => name),
    funding_pages: paths[0]?.route?.funded.length ?? 0,
    funding_on: paths[0]?.checks?.funding ? fullDate(paths[0].checks.funding) : null,
    providers_on: oldestCheck(learning),
    no_budget: limits.budget === 0,
  });
  const funded = paths[0]?.route?.funded ?? [];
  const funding =
    funded.length === 0
      ? []
      : [
          composer.heading(copy.words('funding_head')),
          composer.facts(funded, 1, { style: TYPE.table, gap: 3, between: 2, optional: true }),
        ];
  if (learning.length === 0) return { ...copy, blocks: [...composer.body(copy), ...funding] };
  return {
    ...copy,
    blocks: [
      composer.figure(
        ({ width, taller }) =>
          effortPayoff({
            title: copy.words('chart_title'),
            width,
            height: 210 + taller,
            effortLabel: 'Hours for all steps',
            payoffLabel: 'How much the plan needs it (1–5)',
            points: learning.map((item, index) => ({
              name: item.name,
              hours: item.hours,
              payoff: item.importance,
              order: index + 1,
            })),
          }),
        { stretch: [-80, 60], givesWay: 0 },
      ),
      composer.table(
        [
          { head: 'In this order', width: 2.4, lines: 4 },
          { head: 'First two steps', width: 4.8, lines: 9 },
          { head: 'Proof someone else can see', width: 2.2, lines: 6 },
          { head: 'With whom or where', width: 2.5, lines: 7 },
        ],
        learning.map((item, index) => [
          { text: `${index + 1}.\u00a0${item.name}`, strong: true },
          item.steps
            .slice(0, 2)
            .map((step, at) => `${at + 1})\u00a0${stepWords(step)}`)
            .join(' '),
          item.proof,
          { text: item.providers.replace(/^./, (letter) => letter.toUpperCase()), ink: 'muted' as const },
        ]),
        { gap: 14, givesWay: 1, tight: true, whole: true },
      ),
      ...composer.body(copy),
      ...funding,
    ],
  };
}
