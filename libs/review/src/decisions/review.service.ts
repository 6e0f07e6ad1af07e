import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { enqueue } from '@app/jobs';
import { CLOCK, type Clock, DomainError } from '@app/kernel';
import { draftBlueprint, endHold, holdOrder, requireUnblocked } from '@app/orders';
import { Audit } from '@app/audit';
import { worstOf } from '../checks/check-result.js';
import { ReviewChecks } from '../checks/review-checks.service.js';
import type { Review } from '../review.entity.js';
import { findReview } from '../review.store.js';
import type { Actor } from './actor.js';
import {
  fileChanged,
  lockDeliverable,
  recordDecision,
  required,
  returnReason,
  requireSameFile,
  requireWritten,
  sendApproved,
  tidy,
} from './decision-parts.js';
import { advance, lockReview, requireClaim, whyNot } from './review-lock.js';
import { SecondApprovals } from './second-approvals.js';

/** What a reviewer decides about a draft. Each decision, its audit entry and its next job are one transaction. */
@Injectable()
export class ReviewService {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly audit: Audit,
    private readonly checks: ReviewChecks,
    private readonly seconds: SecondApprovals,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Whatever its state; null when there is none. */
  byId(reviewId: string): Promise<Review | null> {
    return findReview(this.source.manager, reviewId);
  }

  /**
   * Approves exactly the file the reviewer was shown. A second click is a no-op.
   * @param shownSha256 the fingerprint on the page the reviewer decided from.
   * @param reason needed when a check is amber.
   * @returns `already` when this very approval had been made before; `second` when it now waits for a second person, `second_nobody` when nobody may be that.
   * @throws DomainError `claim_lost`, `review_file_changed` (another file is stored now, or a newer version exists), `review_blocked` (a check
   * is red, amber without a reason, or the order is no longer to be delivered), `review_note_missing`, `order_blocked`.
   */
  async approve(
    reviewId: string,
    shownSha256: string,
    actor: Actor,
    reason?: string,
  ): Promise<'approved' | 'already' | 'second' | 'second_nobody'> {
    // Checks read the file and the answers; that takes a moment and needs no lock. The hash below ties them to the file.
    const before = await this.byId(reviewId);
    if (!before) throw new DomainError('not_found', 'There is no such review.');
    const checked = before.state === 'claimed' ? await this.checks.run(before) : null;
    return await this.source.transaction(async (manager) => {
      // The order first, then the review, then the file: drafting and opening lock in the same order, so nobody waits in a circle.
      const deliverable = await lockDeliverable(manager, before.orderId);
      const review = await lockReview(manager, reviewId);
      if (
        review.state === 'approved' &&
        review.approvedSha256 === shownSha256 &&
        review.decidedBy === actor.staffId
      )
        return 'already';
      await requireClaim(manager, review, actor.staffId);
      await requireSameFile(manager, review, shownSha256);
      if (!deliverable)
        throw new DomainError(
          'review_blocked',
          'This order was cancelled or refunded meanwhile, so nothing may be sent for it.',
        );
      await requireUnblocked(manager, before.orderId);
      if (!checked || checked.sha256 !== shownSha256) throw fileChanged();
      requireWritten(review, actor);
      const level = worstOf(checked.results);
      if (level === 'red')
        throw new DomainError(
          'review_blocked',
          'A check is red, so this draft cannot be approved. Return it or put it on hold.',
        );
      if (level === 'amber' && !reason)
        throw new DomainError(
          'review_blocked',
          'A check is amber: write down why the draft may go out all the same.',
        );
      const decision = { sha256: shownSha256, checks: checked.results, reason: tidy(reason) };
      const second = await this.seconds.needed(manager, review, decision, actor);
      if (second.needsSecond.length > 0)
        return await this.seconds.hand(manager, review, { ...decision, ...second }, actor);
      await advance(manager, review, 'approve', {
        approvedSha256: shownSha256,
        decidedBy: actor.staffId,
        decidedAt: this.clock.now(),
        checks: checked.results,
        reason: decision.reason,
      });
      await sendApproved(manager, review, shownSha256);
      const after = { state: 'approved', sha256: shownSha256, checks: level };
      await recordDecision(this.audit, manager, review, 'review.approved', after, actor, reason);
      return 'approved';
    });
  }

  /** Sends the draft back to be made again; the next version comes into the queue by itself. */
  async return(reviewId: string, actor: Actor, reason: string): Promise<void> {
    await this.source.transaction(async (manager) => {
      const review = await lockReview(manager, reviewId);
      if (review.state === 'returned' && review.decidedBy === actor.staffId) return;
      await requireClaim(manager, review, actor.staffId);
      await advance(manager, review, 'return', {
        reason: returnReason(reason, review),
        decidedBy: actor.staffId,
        decidedAt: this.clock.now(),
      });
      await enqueue(
        manager,
        draftBlueprint,
        { orderId: review.orderId },
        { key: `redraft:${review.blueprintId}` },
      );
      await recordDecision(
        this.audit,
        manager,
        review,
        'review.returned',
        { state: 'returned' },
        actor,
        returnReason(reason, review),
      );
    });
  }

  /** Stops work on a draft until somebody resumes it. The promise goes on running. */
  async hold(reviewId: string, actor: Actor, reason: string): Promise<void> {
    await this.source.transaction(async (manager) => {
      const review = await lockReview(manager, reviewId);
      if (review.state === 'held' && review.claimedBy === actor.staffId) return;
      await requireClaim(manager, review, actor.staffId);
      await advance(manager, review, 'hold', { reason: required(reason) });
      await holdOrder(manager, {
        orderId: review.orderId,
        staffId: actor.staffId,
        reason: required(reason),
        at: this.clock.now(),
      });
      await recordDecision(this.audit, manager, review, 'review.held', { state: 'held' }, actor, reason);
    });
  }

  /** Goes on with a held draft; whoever resumes it has claimed it. */
  async resume(reviewId: string, actor: Actor): Promise<void> {
    await this.source.transaction(async (manager) => {
      const review = await lockReview(manager, reviewId);
      if (review.state === 'claimed' && review.claimedBy === actor.staffId) return;
      if (review.state !== 'held')
        throw new DomainError('claim_lost', await whyNot(manager, review, actor.staffId));
      const now = this.clock.now();
      const claim = { claimedBy: actor.staffId, claimedAt: now, claimActiveAt: now };
      await advance(manager, review, 'resume', { ...claim, reason: null });
      await endHold(manager, {
        orderId: review.orderId,
        staffId: actor.staffId,
        reason: 'The review was resumed',
        at: now,
      });
      await recordDecision(this.audit, manager, review, 'review.resumed', { state: 'claimed' }, actor);
    });
  }
}
