import { type EntityManager } from 'typeorm';
import { DomainError } from '@app/kernel';
import { Review } from '../review.entity.js';

/** Locks a review until the transaction ends: of two decisions the second sees what the first made of it. */
export async function lockReview(manager: EntityManager, reviewId: string): Promise<Review> {
  const review = await manager.findOne(Review, {
    where: { id: reviewId },
    lock: { mode: 'pessimistic_write' },
  });
  if (!review) throw new DomainError('not_found', 'There is no such review.');
  return review;
}

/**
 * @throws DomainError `claim_lost` unless the review is claimed by this person now; the message says who has it or what became of it.
 */
export async function requireClaim(manager: EntityManager, review: Review, staffId: string): Promise<void> {
  if (review.state === 'claimed' && review.claimedBy === staffId) return;
  throw new DomainError('claim_lost', await whyNot(manager, review, staffId), { state: review.state });
}

/** In plain words, why this person cannot act on this review now. */
export async function whyNot(manager: EntityManager, review: Review, staffId: string): Promise<string> {
  switch (review.state) {
    case 'queued':
      return 'Nobody has claimed this review. Claim it first; a claim lapses after two hours without activity.';
    case 'claimed':
      return `${await nameOf(manager, review.claimedBy)} has claimed this review. Nothing was changed.`;
    case 'held':
      return review.claimedBy === staffId
        ? 'This review is on hold. Resume it first.'
        : `${await nameOf(manager, review.claimedBy)} has put this review on hold.`;
    case 'approved':
      return `${await nameOf(manager, review.decidedBy)} has approved this review already. Nothing was changed.`;
    case 'returned':
      return `${await nameOf(manager, review.decidedBy)} has returned this draft already. A new version will come into the queue.`;
    case 'superseded':
      return 'A newer version of this blueprint has taken its place. Open the newer one from the queue.';
  }
}

async function nameOf(manager: EntityManager, staffId: string | null): Promise<string> {
  const [row] = await manager.query<{ name: string }[]>('select name from staff where id = $1', [staffId]);
  return row?.name ?? 'Somebody else';
}
