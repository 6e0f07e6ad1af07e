import type { EntityManager } from 'typeorm';
import { DomainError } from '@app/kernel';
import { staffName } from '@app/staff';
import type { ReviewAction } from '../review-machine.js';
import type { Review } from '../review.entity.js';
import { findReview, moveReview, type ReviewFacts } from '../review.store.js';

/** Locks a review until the transaction ends: of two decisions the second sees what the first made of it. */
export async function lockReview(manager: EntityManager, reviewId: string): Promise<Review> {
  const review = await findReview(manager, reviewId, { lock: true });
  if (!review) throw new DomainError('not_found', 'There is no such review.');
  return review;
}

/**
 * @throws DomainError `claim_lost` unless the review is claimed by this person now; the message says who has it or what became of it.
 */
export async function requireClaim(manager: EntityManager, review: Review, staffId: string): Promise<void> {
  if (review.state === 'claimed' && review.claimedBy === staffId) return;
  throw new DomainError('claim_lost', await whyNot(manager, review, staffId));
}

/** In plain words, why this person cannot act on this review now. */
export async function whyNot(manager: EntityManager, review: Review, staffId: string): Promise<string> {
  switch (review.state) {
    case 'queued':
      return 'Nobody has claimed this review. Claim it first; a claim lapses after two hours without activity.';
    case 'claimed':
      return `${await nameOf(manager, review.claimedBy)} has claimed this review. Nothing was changed.`;
    case 'second':
      return `${await nameOf(manager, review.firstApprovedBy)} has approved this review; it waits for a second person.`;
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

/** Moves a locked review on. @throws DomainError `claim_lost` with the words of the machine when it refuses. */
export async function advance(
  manager: EntityManager,
  review: Pick<Review, 'id' | 'state'>,
  action: ReviewAction,
  facts: ReviewFacts,
): Promise<void> {
  const moved = await moveReview(manager, review, action, facts);
  if (moved !== 'moved') throw new DomainError('claim_lost', `Nothing was changed: ${moved.refused}.`);
}

const nameOf = async (manager: EntityManager, staffId: string | null): Promise<string> =>
  (staffId && (await staffName(manager, staffId))) || 'Somebody else';

/**
 * The second person is neither the first nor anybody who changed words. The database says so too.
 * @param who begins the sentence of a refusal: "You" or "They".
 * @throws DomainError `second_same_person`.
 */
export function requireOther(
  { firstApprovedBy, editors }: Pick<Review, 'firstApprovedBy' | 'editors'>,
  staffId: string,
  who: 'You' | 'They',
): void {
  if (firstApprovedBy !== staffId && !editors.includes(staffId)) return;
  throw new DomainError(
    'second_same_person',
    firstApprovedBy === staffId
      ? `${who} approved this draft first, so another person must be the second.`
      : `${who} changed words in this draft, so another person must be the second.`,
  );
}
