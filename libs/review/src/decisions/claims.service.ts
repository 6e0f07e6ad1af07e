import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { CLOCK, type Clock, DomainError } from '@app/kernel';
import { Audit } from '@app/audit';
import { lapsedBefore } from '../queue/claim-expiry.js';
import { Review } from '../review.entity.js';
import type { Actor } from './actor.js';
import { lockReview, whyNot } from './review-lock.js';

/** Who works on which review. */
@Injectable()
export class Claims {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Takes a review that nobody has, or whose claim has lapsed: one statement, so of two people exactly one gets it. Claiming what one has
   * already changes nothing.
   * @throws DomainError `claim_lost` naming who has it.
   */
  async claim(reviewId: string, { staffId, ipAddress }: Actor): Promise<void> {
    await this.source.transaction(async (manager) => {
      const now = this.clock.now();
      const [taken] = await manager.query<[{ id: string }[], number]>(
        `update reviews set state = 'claimed', claimed_by = $2, claimed_at = $3, claim_active_at = $3
         where id = $1 and (state = 'queued' or (state = 'claimed' and claim_active_at <= $4)) returning id`,
        [reviewId, staffId, now, lapsedBefore(now)],
      );
      const subject = { kind: 'review', id: reviewId };
      if (taken.length === 1) {
        return await this.audit.record(manager, {
          staffId,
          action: 'review.claimed',
          subject,
          after: { state: 'claimed' },
          ipAddress,
        });
      }
      const review = await manager.findOneBy(Review, { id: reviewId });
      if (!review) throw new DomainError('not_found', 'There is no such review.');
      if (review.state === 'claimed' && review.claimedBy === staffId) return;
      throw new DomainError('claim_lost', await whyNot(manager, review, staffId), { state: review.state });
    });
  }

  /** Gives a claim back. @param anyone allows taking it from somebody else. */
  async release(reviewId: string, { staffId, ipAddress }: Actor, anyone = false): Promise<void> {
    await this.source.transaction(async (manager) => {
      const review = await lockReview(manager, reviewId);
      if (review.state === 'queued') return;
      if (review.state !== 'claimed' || (review.claimedBy !== staffId && !anyone)) {
        throw new DomainError('claim_lost', await whyNot(manager, review, staffId), { state: review.state });
      }
      await manager.update(Review, { id: reviewId }, RELEASED);
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
    await this.source.query(
      `update reviews set claim_active_at = $3 where id = $1 and state = 'claimed' and claimed_by = $2`,
      [reviewId, staffId, this.clock.now()],
    );
  }

  /** Gives back every lapsed claim. @returns how many. */
  async releaseStale(): Promise<number> {
    return await this.source.transaction(async (manager) => {
      const [released] = await manager.query<[{ id: string; claimed_by: string }[], number]>(
        `with lapsed as (
           select id, claimed_by from reviews where state = 'claimed' and claim_active_at <= $1 for update skip locked
         )
         update reviews set state = 'queued', claimed_by = null, claimed_at = null, claim_active_at = null
         from lapsed where reviews.id = lapsed.id returning reviews.id, lapsed.claimed_by`,
        [lapsedBefore(this.clock.now())],
      );
      for (const { id, claimed_by } of released) {
        await this.audit.record(manager, {
          staffId: null,
          action: 'review.claim_lapsed',
          subject: { kind: 'review', id },
          before: { state: 'claimed', claimedBy: claimed_by },
          after: { state: 'queued' },
        });
      }
      return released.length;
    });
  }
}

export const RELEASED = { state: 'queued', claimedBy: null, claimedAt: null, claimActiveAt: null } as const;
