import type { Constraints } from '../answers/answers.js';
import { AVOIDANCES } from '../answers/choices.js';

/** A limit that alone keeps paths away. */
export interface KeptAway {
  /** What would have to give: "with more months of training". */
  readonly words: string;
  readonly paths: number;
}

/** Each limit that the person named, in words, with the others alone. */
export function limitsOf(constraints: Constraints): { words: string; without: Constraints }[] {
  const { lowestPay, monthsToTrain, travel, avoid = [], ...others } = constraints;
  const all = {
    ...(lowestPay !== undefined && { lowestPay }),
    ...(monthsToTrain !== undefined && { monthsToTrain }),
    ...(travel && { travel }),
    avoid,
    ...others,
  };
  const { lowestPay: _pay, ...withoutPay } = all;
  const { monthsToTrain: _months, ...withoutMonths } = all;
  const { travel: _travel, ...withoutTravel } = all;
  return [
    ...(lowestPay === undefined
      ? []
      : [{ words: `for less than the £${lowestPay.toLocaleString('en-GB')} you need`, without: withoutPay }]),
    ...(monthsToTrain === undefined
      ? []
      : [{ words: 'with more months of training', without: withoutMonths }]),
    ...(travel === 'local' || travel === 'remote'
      ? [{ words: 'with longer travel', without: withoutTravel }]
      : []),
    ...avoid.map((one) => ({
      words: `with “${AVOIDANCES[one].toLowerCase()}”`,
      without: { ...all, avoid: avoid.filter((other) => other !== one) },
    })),
  ];
}
