import type { Dataset } from '@app/occupations';
import type { ActivityExposure } from '../scoring/subject.js';
import type { Rise } from './rise.js';

/** Own tasks are rated through their activity, not on their own, so their exposure is less sure than a listed task's. Points. */
const OWN_TASK_SD = 20;

/**
 * Mean exposure of each generalised work activity over all occupations, weighted by UK jobs and the activity's share of each: what a task
 * in the person's own words takes.
 */
export function activityExposures(dataset: Dataset, rise: Rise): ReadonlyMap<string, ActivityExposure> {
  const sums = new Map<string, { weight: number; exposure: number }>();
  for (const [code, shares] of dataset.activityShares) {
    // Unit groups alone: each job counts once.
    if (code.length !== 4) continue;
    const jobs = Math.max(1, dataset.occupations.get(code)?.ukJobs ?? 1);
    for (const { id, share, exposure } of shares) {
      const sum = sums.get(id) ?? { weight: 0, exposure: 0 };
      sums.set(id, { weight: sum.weight + jobs * share, exposure: sum.exposure + jobs * share * exposure });
    }
  }
  return new Map(
    [...sums].map(([id, { weight, exposure }]) => {
      const mean = exposure / weight;
      return [id, { exposure: mean, exposureIn5Years: rise(mean), sd: OWN_TASK_SD }];
    }),
  );
}
