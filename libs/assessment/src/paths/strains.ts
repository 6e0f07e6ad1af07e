import { isTwoWays, type Route } from '@app/labour-market';
import type { Constraints } from '../answers/answers.js';

/** What the way in as a person can go it asks of their money and months; undefined where no route is written. */
type WayIn = Pick<Route, 'months' | 'cost'> | undefined;

/**
 * Limits that a path keeps only if somebody else pays, or for who holds most of it already, each a sentence to the person: its cost at the least
 * against their budget, its whole training against their months. What is not known strains none.
 * @param matchPercent of what the path asks for: who meets this much holds most of it, and goes the short way
 */
export function strainsOf(
  way: WayIn,
  { budget, monthsToTrain }: Constraints,
  matchPercent: number,
): string[] {
  if (!way) return [];
  const { months, cost } = way;
  return [
    ...(budget !== undefined && cost.from > budget
      ? [
          `the way in costs ${pounds(cost.from)} or more unless somebody else pays, and ${budget === 0 ? 'you have none for it' : `you named ${pounds(budget)}`}.`,
        ]
      : []),
    ...(monthsToTrain !== undefined &&
    matchPercent < HOLDS_MOST &&
    isTwoWays(months) &&
    months.from > 0 &&
    months.to > monthsToTrain
      ? [`the whole training takes ${months.to} months, and you named ${monthsToTrain}.`]
      : []),
  ];
}

const HOLDS_MOST = 70;

/**
 * For who has no money of their own: whether a path is paid from the first weeks, or waits until somebody else pays for its way in; undefined where
 * it is neither, or where they have money.
 */
export function purseOf(way: WayIn, { budget }: Constraints): 'paid at once' | 'waits' | undefined {
  if (!way || budget !== 0) return undefined;
  const { months, cost } = way;
  if (cost.from === 0 && months.to <= FIRST_WEEKS) return 'paid at once';
  return cost.to > 0 && months.from > 0 ? 'waits' : undefined;
}
/** Months. */
const FIRST_WEEKS = 1;

const pounds = (amount: number): string => `£${amount.toLocaleString('en-GB')}`;
