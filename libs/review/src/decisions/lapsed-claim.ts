import type { EntityManager } from 'typeorm';
import type { Audit } from '@app/audit';
import { lapsedBefore } from '../queue/claim-expiry.js';
import type { Review } from '../review.entity.js';
import { UNCLAIMED } from '../review.store.js';
import { advance } from './review-lock.js';

export const hasLapsed = (
  { state, claimActiveAt }: Pick<Review, 'state' | 'claimActiveAt'>,
  now: Date,
): boolean => state === 'claimed' && claimActiveAt !== null && claimActiveAt <= lapsedBefore(now);

/** Gives a lapsed claim back on a locked review, on the record. */
export async function giveBackLapsed(
  manager: EntityManager,
  audit: Audit,
  { id, state, claimedBy }: Pick<Review, 'id' | 'state' | 'claimedBy'>,
): Promise<void> {
  await advance(manager, { id, state }, 'release', UNCLAIMED);
  await audit.record(manager, {
    staffId: null,
    action: 'review.claim_lapsed',
    subject: { kind: 'review', id },
    before: { state: 'claimed', claimedBy },
    after: { state: 'queued' },
  });
}
