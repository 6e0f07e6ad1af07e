import type { Constraints } from '../answers/answers.js';

/** A limit that alone keeps paths away. */
export interface KeptAway {
  /** What would have to give: "with more months of training". */
  readonly words: string;
  readonly paths: number;
}

/** The limits on pay and time that the person named, in words, each with all the others: those that most often leave nothing. */
export function limitsOf(constraints: Constraints): { words: string; without: Constraints }[] {
  const { lowestPay, monthsToTrain, avoid = [] } = constraints;
  const { lowestPay: _pay, ...withoutPay } = constraints;
  const { monthsToTrain: _months, ...withoutMonths } = constraints;
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
    ...(avoid.includes('lower-pay')
      ? [
          {
            words: 'for less than you earn now',
            without: { ...constraints, avoid: avoid.filter((one) => one !== 'lower-pay') },
          },
        ]
      : []),
  ];
}
