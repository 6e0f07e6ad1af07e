import { inSentence } from '@app/kernel';
import type { Constraints } from '../answers/answers.js';
import { AVOIDANCES, type Avoidance } from '../answers/choices.js';

const without = (constraints: Constraints, avoided: Avoidance): Constraints => ({
  ...constraints,
  avoid: (constraints.avoid ?? []).filter((one) => one !== avoided),
});

/** Each limit that the person named, in words, with all the others. */
export function limitsOf(constraints: Constraints): { words: string; without: Constraints }[] {
  const { lowestPay, monthsToTrain, budget, travel, avoid = [] } = constraints;
  const { lowestPay: _pay, ...withoutPay } = constraints;
  const { monthsToTrain: _months, ...withoutMonths } = constraints;
  const { budget: _budget, ...withoutBudget } = constraints;
  return [
    ...(lowestPay === undefined
      ? []
      : [
          {
            words: `for less than the £${lowestPay.toLocaleString('en-GB')} you need`,
            without: withoutPay,
          },
        ]),
    ...(monthsToTrain === undefined
      ? []
      : [{ words: 'with more months of training', without: withoutMonths }]),
    ...(budget === undefined ? [] : [{ words: 'with more money for the way in', without: withoutBudget }]),
    ...avoid.map((one) => ({
      words: one === 'lower-pay' ? 'for less than you earn now' : `with ${inSentence(AVOIDANCES[one])}`,
      without: without(constraints, one),
    })),
    ...(travel === 'remote' || travel === 'local'
      ? [{ words: 'further from home', without: { ...constraints, travel: 'anywhere' as const } }]
      : []),
  ];
}
