import type { Review } from '../review.entity.js';
import { atRiskUntil } from './at-risk.js';
import { lapsedBefore } from './claim-expiry.js';

/**
 * For whom a review is kept, so that nobody else begins it; null when anybody may. What a colleague was given stays theirs until the promise is
 * at risk, since a promise comes before a plan. What somebody took for a second reading stays theirs for two hours, as a claim does.
 * Whether the person still works here is for the caller to ask.
 */
export function keptFor(
  { givenTo, givenBy, givenAt, promiseAt }: Pick<Review, 'givenTo' | 'givenBy' | 'givenAt' | 'promiseAt'>,
  now: Date,
): string | null {
  if (givenTo === null || givenAt === null) return null;
  const kept = givenTo === givenBy ? givenAt > lapsedBefore(now) : promiseAt > atRiskUntil(now);
  return kept ? givenTo : null;
}
