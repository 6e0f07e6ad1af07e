import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { Environment } from '@app/config';
import { enqueue } from '@app/jobs';
import { CLOCK, type Clock, DomainError } from '@app/kernel';
import { draftBlueprint, requireUnblocked } from '@app/orders';
import { Audit } from '@app/audit';
import { activeStaff } from '@app/staff';
import { StaffTasks } from '@app/tasks';
import { type CheckResult, worstOf } from '../checks/check-result.js';
import { ReviewChecks } from '../checks/review-checks.service.js';
import type { Review } from '../review.entity.js';
import { tickedPages } from '../workbench/page-tick.store.js';
import { approvalsBy, findReview, UNCLAIMED } from '../review.store.js';
import type { Actor } from './actor.js';
import {
  fileChanged,
  lockDeliverable,
  recordDecision,
  returnReason,
  requireSameFile,
  sendApproved,
} from './decision-parts.js';
import { DraftEdits } from './draft-edits.js';
import { advance, lockReview, requireOther, whyNot } from './review-lock.js';
import { anybodySecond, type SecondReason, secondReasons } from './second-rule.js';

/** What the first person decided. */
export interface FirstDecision {
  readonly sha256: string;
  readonly checks: CheckResult[];
  readonly reason: string | null;
}

/** Whom it needs. */
export interface SecondNeed {
  readonly needsSecond: SecondReason[];
  readonly editors: string[];
}

/** Drafts that a second person reads before they go out: not the first, and nobody who changed their words. */
@Injectable()
export class SecondApprovals {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly environment: Environment,
    private readonly edits: DraftEdits,
    private readonly checks: ReviewChecks,
    private readonly audit: Audit,
    private readonly tasks: StaffTasks,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Whether this approval needs a second person, and who cannot be that. */
  async needed(
    manager: EntityManager,
    review: Review,
    { sha256, checks }: FirstDecision,
    { staffId }: Actor,
  ): Promise<SecondNeed> {
    const { changedShare, editors } = await this.edits.of(manager, review.blueprintId);
    const { SECOND_APPROVAL_FIRST: firstApprovals, SECOND_APPROVAL_PERCENT: percent } = this.environment;
    const approvedBefore = await approvalsBy(manager, staffId);
    const { pathChosen } = review;
    const approval = { worst: worstOf(checks), changedShare, pathChosen, approvedBefore, sha256 };
    return { needsSecond: secondReasons(approval, { firstApprovals, percent }), editors: [...editors] };
  }

  /**
   * Hands a claimed review on to a second person. Called in the transaction of the first decision.
   * @returns `second_nobody` when nobody may be that: an admin has a task then.
   */
  async hand(
    manager: EntityManager,
    review: Review,
    first: FirstDecision & SecondNeed,
    actor: Actor,
  ): Promise<'second' | 'second_nobody'> {
    const { sha256, checks, reason, needsSecond, editors } = first;
    const pages = await tickedPages(manager, { reviewId: review.id, staffId: actor.staffId, sha256 });
    await advance(manager, review, 'approve_first', {
      ...UNCLAIMED,
      checks,
      needsSecond,
      editors,
      firstApprovedBy: actor.staffId,
      firstApprovedAt: this.clock.now(),
      firstSha256: sha256,
      firstReason: reason,
      firstPages: pages,
    });
    const anybody = anybodySecond(await activeStaff(manager), actor.staffId, editors);
    if (!anybody)
      await this.tasks.raise(manager, {
        kind: 'second_nobody',
        subject: review.id,
        orderId: review.orderId,
        summary:
          'A draft was approved and waits for a second person, and nobody here may be that. Make a colleague who neither approved it nor changed its words an approver.',
      });
    const after = { state: 'second', sha256, needsSecond, pages };
    await recordDecision(this.audit, manager, review, 'review.first_approved', after, actor, reason);
    return anybody ? 'second' : 'second_nobody';
  }

  /**
   * Approves, as the second person, exactly the file the first one approved.
   * @throws DomainError `claim_lost` when it waits for no second person, `second_same_person` for the first one and for editors,
   * `review_file_changed`, `review_blocked`, `order_blocked`.
   */
  async approve(reviewId: string, shownSha256: string, actor: Actor): Promise<'approved' | 'already'> {
    const before = await findReview(this.source.manager, reviewId);
    if (!before) throw new DomainError('not_found', 'There is no such review.');
    const checked = before.state === 'second' ? await this.checks.run(before) : null;
    return await this.source.transaction(async (manager) => {
      const deliverable = await lockDeliverable(manager, before.orderId);
      const review = await lockReview(manager, reviewId);
      const mine = review.decidedBy === actor.staffId && review.approvedSha256 === shownSha256;
      if (review.state === 'approved' && mine) return 'already';
      await this.requireSecond(manager, review, actor);
      await requireSameFile(manager, review, shownSha256);
      if (review.firstSha256 !== shownSha256 || checked?.sha256 !== shownSha256) throw fileChanged();
      if (!deliverable || worstOf(checked.results) === 'red')
        throw new DomainError(
          'review_blocked',
          deliverable
            ? 'A check is red now, so this draft cannot be approved. Return it.'
            : 'This order was cancelled or refunded meanwhile, so nothing may be sent for it.',
        );
      await requireUnblocked(manager, review.orderId);
      await advance(manager, review, 'approve_second', {
        approvedSha256: shownSha256,
        decidedBy: actor.staffId,
        decidedAt: this.clock.now(),
        reason: review.firstReason,
      });
      await this.settle(manager, review, actor, 'review.second_approved');
      await sendApproved(manager, review, shownSha256);
      const after = { state: 'approved', sha256: shownSha256, first: review.firstApprovedBy };
      await recordDecision(this.audit, manager, review, 'review.second_approved', after, actor);
      return 'approved';
    });
  }

  /** Sends the draft back to be made again. @throws DomainError as {@link approve}, and `review_reason_missing`. */
  async return(reviewId: string, actor: Actor, reason: string): Promise<void> {
    await this.source.transaction(async (manager) => {
      const review = await lockReview(manager, reviewId);
      if (review.state === 'returned' && review.decidedBy === actor.staffId) return;
      await this.requireSecond(manager, review, actor);
      await advance(manager, review, 'return_second', {
        reason: returnReason(reason, review),
        decidedBy: actor.staffId,
        decidedAt: this.clock.now(),
      });
      await this.settle(manager, review, actor, 'review.returned');
      const key = `redraft:${review.blueprintId}`;
      await enqueue(manager, draftBlueprint, { orderId: review.orderId }, { key });
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

  /** Somebody was the second person after all. */
  private async settle(
    manager: EntityManager,
    { id }: Review,
    { staffId }: Actor,
    how: string,
  ): Promise<void> {
    await this.tasks.closeFor(manager, { kind: 'second_nobody', subject: id }, staffId, how);
  }

  /** The database says so too. */
  private async requireSecond(manager: EntityManager, review: Review, { staffId }: Actor): Promise<void> {
    if (review.state !== 'second')
      throw new DomainError('claim_lost', await whyNot(manager, review, staffId));
    requireOther(review, staffId, 'You');
  }
}
