import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { CLOCK, type Clock, DomainError } from '@app/kernel';
import { Audit } from '@app/audit';
import { lapsedBefore } from '../queue/claim-expiry.js';
import { lapsedClaims, touchClaim, UNCLAIMED } from '../review.store.js';
import type { Actor } from './actor.js';
import { requireNotKept } from './giving.service.js';
import { giveBackLapsed, hasLapsed } from './lapsed-claim.js';
import { advance, lockReview, whyNot } from './review-lock.js';

/** Who works on which review. */
@Injectable()
export class Claims {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Takes a review that nobody has, or whose claim has lapsed. Of two people exactly one gets it: they take turns at its row. Claiming what one
   * has already changes nothing.
   * @throws DomainError `claim_lost` naming who has it, or whom it was given to.
   */
  async claim(reviewId: string, { staffId, ipAddress }: Actor): Promise<void> {
    await this.source.transaction(async (manager) => {
      const now = this.clock.now();
      const review = await lockReview(manager, reviewId);
      const lapsed = hasLapsed(review, now);
      if (!lapsed && review.state === 'claimed' && review.claimedBy === staffId) return;
      if (!lapsed && review.state !== 'queued')
        throw new DomainError('claim_lost', await whyNot(manager, review, staffId));
      await requireNotKept(manager, review, { staffId, ipAddress }, now);
      if (lapsed) await giveBackLapsed(manager, this.audit, review);
      const free = { id: reviewId, state: 'queued' } as const;
      await advance(manager, free, 'claim', { claimedBy: staffId, claimedAt: now, claimActiveAt: now });
      await this.audit.record(manager, {
        staffId,
        action: 'review.claimed',
        subject: { kind: 'review', id: reviewId },
        after: { state: 'claimed' },
        ipAddress,
      });
    });
  }

  /** Gives a claim back. @param anyone allows taking it from somebody else. */
  async release(reviewId: string, { staffId, ipAddress }: Actor, anyone = false): Promise<void> {
    await this.source.transaction(async (manager) => {
      const review = await lockReview(manager, reviewId);
      if (review.state === 'queued') return;
      if (review.state !== 'claimed' || (review.claimedBy !== staffId && !anyone)) {
        throw new DomainError('claim_lost', await whyNot(manager, review, staffId));
      }
      await advance(manager, review, 'release', UNCLAIMED);
      const before = { state: review.state, claimedBy: review.claimedBy };
      const subject = { kind: 'review', id: reviewId };
      await this.audit.record(manager, {
        staffId,
        action: 'review.released',
        subject,
        before,
        after: { state: 'queued' },
        ipAddress,
      });
    });
  }

  /** The holder has done something with it, so the two hours begin again. */
  async touch(reviewId: string, staffId: string): Promise<void> {
    await touchClaim(this.source.manager, reviewId, staffId, this.clock.now());
  }

  /** Gives back every lapsed claim. @returns how many. */
  async releaseStale(): Promise<number> {
    return await this.source.transaction(async (manager) => {
      const lapsed = await lapsedClaims(manager, lapsedBefore(this.clock.now()));
      for (const review of lapsed) await giveBackLapsed(manager, this.audit, review);
      return lapsed.length;
    });
  }
}
