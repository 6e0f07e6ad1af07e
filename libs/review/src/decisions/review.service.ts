import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { enqueue } from '@app/jobs';
import { CLOCK, type Clock, DomainError } from '@app/kernel';
import { draftBlueprint, endHold, holdOrder, requireUnblocked, shareOrder } from '@app/orders';
import { shareBlueprint } from '@app/blueprint';
import { Audit } from '@app/audit';
import { worstOf } from '../checks/check-result.js';
import { ReviewChecks } from '../checks/review-checks.service.js';
import { sendBlueprint } from '../review-jobs.definitions.js';
import type { Review } from '../review.entity.js';
import { findReview } from '../review.store.js';
import type { Actor } from './actor.js';
import { advance, lockReview, requireClaim, whyNot } from './review-lock.js';

const LONGEST_REASON = 2_000;

/** What a reviewer decides about a draft. Each decision, its audit entry and its next job are one transaction. */
@Injectable()
export class ReviewService {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly audit: Audit,
    private readonly checks: ReviewChecks,
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
   * @returns `already` when this very approval had been made before.
   * @throws DomainError `claim_lost`, `review_file_changed` (another file is stored now, or a newer version exists), `review_blocked` (a check
   * is red, amber without a reason, or the order is no longer to be delivered), `order_blocked`.
   */
  async approve(
    reviewId: string,
    shownSha256: string,
    actor: Actor,
    reason?: string,
  ): Promise<'approved' | 'already'> {
    // Checks read the file and the answers; that takes a moment and needs no lock. The hash below ties them to the file.
    const before = await this.byId(reviewId);
    if (!before) throw new DomainError('not_found', 'There is no such review.');
    const checked = before.state === 'claimed' ? await this.checks.run(before) : null;
    return await this.source.transaction(async (manager) => {
      // The order first, then the review, then the file: drafting and opening lock in the same order, so nobody waits in a circle.
      const deliverable = await this.lockDeliverable(manager, before.orderId);
      const review = await lockReview(manager, reviewId);
      if (
        review.state === 'approved' &&
        review.approvedSha256 === shownSha256 &&
        review.decidedBy === actor.staffId
      )
        return 'already';
      await requireClaim(manager, review, actor.staffId);
      await this.requireSameFile(manager, review, shownSha256);
      if (!deliverable)
        throw new DomainError(
          'review_blocked',
          'This order was cancelled or refunded meanwhile, so nothing may be sent for it.',
        );
      await requireUnblocked(manager, before.orderId);
      if (!checked || checked.sha256 !== shownSha256) throw fileChanged();
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
      await advance(manager, review, 'approve', {
        approvedSha256: shownSha256,
        decidedBy: actor.staffId,
        decidedAt: this.clock.now(),
        checks: checked.results,
        reason: tidy(reason),
      });
      const { orderId, blueprintId } = review;
      await enqueue(
        manager,
        sendBlueprint,
        { orderId, blueprintId, sha256: shownSha256 },
        { key: `send-blueprint:${blueprintId}` },
      );
      await this.record(
        manager,
        review,
        'review.approved',
        { state: 'approved', sha256: shownSha256, checks: level },
        actor,
        reason,
      );
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
        reason: required(reason),
        decidedBy: actor.staffId,
        decidedAt: this.clock.now(),
      });
      await enqueue(
        manager,
        draftBlueprint,
        { orderId: review.orderId },
        { key: `redraft:${review.blueprintId}` },
      );
      await this.record(manager, review, 'review.returned', { state: 'returned' }, actor, reason);
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
      await this.record(manager, review, 'review.held', { state: 'held' }, actor, reason);
    });
  }

  /** Goes on with a held draft; whoever resumes it has claimed it. */
  async resume(reviewId: string, actor: Actor): Promise<void> {
    await this.source.transaction(async (manager) => {
      const review = await lockReview(manager, reviewId);
      if (review.state === 'claimed' && review.claimedBy === actor.staffId) return;
      if (review.state !== 'held')
        throw new DomainError('claim_lost', await whyNot(manager, review, actor.staffId), {
          state: review.state,
        });
      const now = this.clock.now();
      const claim = { claimedBy: actor.staffId, claimedAt: now, claimActiveAt: now };
      await advance(manager, review, 'resume', { ...claim, reason: null });
      await endHold(manager, {
        orderId: review.orderId,
        staffId: actor.staffId,
        reason: 'The review was resumed',
        at: now,
      });
      await this.record(manager, review, 'review.resumed', { state: 'claimed' }, actor);
    });
  }

  /** The stored file must be the one that was shown, and still the current version of its order. */
  private async requireSameFile(manager: EntityManager, review: Review, shownSha256: string): Promise<void> {
    const file = await shareBlueprint(manager, review.blueprintId);
    if (file?.state !== 'rendered' || file.pdfSha256 !== shownSha256) throw fileChanged();
  }

  /** False for a cancelled or fully refunded order: it is not delivered any more. */
  private async lockDeliverable(manager: EntityManager, orderId: string): Promise<boolean> {
    const order = await shareOrder(manager, orderId);
    if (order?.state !== 'paid') return false;
    return order.refundedPence === 0 || order.refundedPence < (order.paidPence ?? 0);
  }

  private async record(
    manager: EntityManager,
    review: Review,
    action: string,
    after: object,
    actor: Actor,
    reason?: string,
  ): Promise<void> {
    await this.audit.record(manager, {
      staffId: actor.staffId,
      action,
      subject: { kind: 'review', id: review.id },
      before: { state: review.state, claimedBy: review.claimedBy },
      after: { ...after, orderId: review.orderId, blueprintId: review.blueprintId },
      ...(reason && { reason: reason.trim() }),
      ipAddress: actor.ipAddress,
    });
  }
}

const fileChanged = (): DomainError =>
  new DomainError(
    'review_file_changed',
    'The file has changed since this page was opened, so the approval was not accepted. Read the new file and decide again.',
  );

/** @throws DomainError `review_reason_missing`. */
function required(reason: string): string {
  const text = tidy(reason);
  if (text === null)
    throw new DomainError('review_reason_missing', 'A reason is needed, so that the next person knows why.');
  return text;
}

const tidy = (reason: string | undefined): string | null => reason?.trim().slice(0, LONGEST_REASON) || null;
