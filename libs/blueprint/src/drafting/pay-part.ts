import { isBetweenJobs, isSelfEmployed, PAY_BANDS } from '@app/assessment';
import { nationOf } from '@app/labour-market';
import type { BlueprintInputs } from '../snapshot/blueprint-inputs.js';
import type { BlueprintSnapshot } from '../snapshot/blueprint-snapshot.js';
import { legalPay } from './legal-pay.js';
import { ownPay } from './own-pay.js';
import { ownScaleOf } from './scales-of.js';

/** The person's own pay band, the top one drawn as its beginning since it has no end, and where it stands. */
export function payOf(inputs: BlueprintInputs): Omit<BlueprintSnapshot['pay'], 'now'> {
  const { answers, payNow, minimumWage, leavesShifts } = inputs;
  const law = legalPay(inputs);
  const band = answers.payBand && PAY_BANDS[answers.payBand];
  const { lowestPay } = answers.constraints ?? {};
  const own = ownPay(
    band,
    {
      hours: answers.hoursPerWeek,
      lowestPay,
      selfEmployed: isSelfEmployed(answers),
      betweenJobs: isBetweenJobs(answers),
      scale: ownScaleOf(inputs),
      years: answers.years,
      leavesShifts: leavesShifts === true,
      profession: /^(?:1|2)/.test(inputs.ownGroup ?? ''),
      nation: nationOf(answers.region),
      day: inputs.draftedAt.toISOString().slice(0, 10),
    },
    payNow,
    minimumWage,
  );
  return {
    ...(law && { law }),
    ...(band && { you: { label: band.label, low: band.from, high: band.to ?? band.from } }),
    ...(own && { own }),
  };
}
