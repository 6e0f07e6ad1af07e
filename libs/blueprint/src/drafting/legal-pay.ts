import { leastByLaw } from '@app/labour-market';
import type { BlueprintInputs } from '../snapshot/blueprint-inputs.js';
import type { LegalPay } from '../snapshot/blueprint-snapshot.js';
import { fullDate } from './email-summary.js';

/** What the law asks an employer to pay a year, from age 21, for the hours they work; no figure from before the rate rose is promised below it. */
export function legalPay({
  answers: { hoursPerWeek },
  minimumWage,
}: Pick<BlueprintInputs, 'answers' | 'minimumWage'>): LegalPay | undefined {
  if (hoursPerWeek === undefined) return undefined;
  const { adult, source, from, checked } = minimumWage;
  return {
    least: leastByLaw(hoursPerWeek, minimumWage),
    hours: hoursPerWeek,
    rate: `£${adult.toFixed(2)}`,
    source: `Legal rate: ${source}, from ${fullDate(from)}, ${checked}.`,
  };
}
