import type { BlueprintSnapshot } from '@app/blueprint';
import { wholePounds } from '../whole-pounds.js';

/** What a person said a path has to keep to, as one reads it beside a list of paths. */
export function limitRows({ limits }: BlueprintSnapshot): { label: string; words: string }[] {
  const { lowestPay, monthsToTrain, budget, travel, avoid } = limits;
  const pounds = (amount: number | undefined): string =>
    amount === undefined ? 'not given' : wholePounds(amount);
  return [
    { label: 'Lowest pay', words: pounds(lowestPay) },
    { label: 'Months to train', words: monthsToTrain === undefined ? 'not given' : String(monthsToTrain) },
    { label: 'Budget', words: pounds(budget) },
    { label: 'Travel', words: travel ?? 'not given' },
    { label: 'Avoid', words: avoid.join(', ') || 'nothing named' },
  ];
}
