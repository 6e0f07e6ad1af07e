import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { IsUUID } from 'class-validator';
import { DataSource, type EntityManager } from 'typeorm';
import { Environment } from '@app/config';
import { defineJob } from '@app/jobs';
import { CLOCK, type Clock, DomainError, newId, type Pence, pence } from '@app/kernel';
import {
  ActRunner,
  decideRefund,
  followUp,
  mustBeDone,
  type OrderActor,
  OrdersService,
  payOtherwise,
} from '@app/orders';
import { StaffTasks } from '@app/tasks';
import type { RefundDecision } from './refund-decision.entity.js';
import {
  findRefundDecision,
  insertRefundDecision,
  markPaidBack,
  markRefused,
  refundDecisionsOf,
  settleRefundDecision,
} from './refund-decision.store.js';
import { RefundsService } from './refunds.service.js';

export class DecidedRefundPayload {
  @IsUUID()
  decisionId: string;
}

/** A refund was decided: ask Stripe for it. */
export const payBackDecided = defineJob({
  name: 'payment.pay-back-decided',
  payload: DecidedRefundPayload,
  maxAttempts: 25,
});

/** Asked for or decided, and not yet at Stripe, in pence. */
export const underWayOf = (decisions: readonly RefundDecision[]): number =>
  decisions
    .filter((one) => one.paidBackAt === null && one.declinedAt === null && one.refusedAt === null)
    .reduce((sum, { amountPence }) => sum + amountPence, 0);

type StaffActor = Extract<OrderActor, { kind: 'staff' }>;

/** What staff decide to give back. Above a limit (`REFUND_SECOND_PERSON_PENCE`, what was given back before counted) one asks and another confirms. */
@Injectable()
export class RefundDecisions {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly environment: Environment,
    private readonly orders: OrdersService,
    private readonly acts: ActRunner,
    private readonly tasks: StaffTasks,
    private readonly refunds: RefundsService,
  ) {}

  /**
   * @returns `asked` when a second person must confirm it.
   * @throws DomainError `refund_too_large`, `reason_missing`, `order_not_found`.
   */
  async decide(
    orderId: string,
    { amount, reason }: { readonly amount: Pence; readonly reason: string },
    actor: StaffActor,
  ): Promise<'asked' | 'decided'> {
    if (reason.trim() === '') throw new DomainError('reason_missing', 'Say why the money is given back.');
    return await this.source.transaction(async (manager) => {
      const order = await this.orders.lock(manager, orderId);
      const underWay = await this.underWay(manager, orderId);
      const all = (order?.refundedPence ?? 0) + underWay + amount;
      const needsSecond = all > this.environment.REFUND_SECOND_PERSON_PENCE;
      const decision = this.decision(orderId, { amount, reason, needsSecond, otherwise: false }, actor);
      const step = needsSecond ? 'asked' : 'decided';
      await this.act(manager, decision, step, pence(underWay), actor);
      await insertRefundDecision(manager, decision);
      return step;
    });
  }

  /**
   * Another person agrees, or does not.
   * @throws DomainError `refund_same_person`, `refund_settled`, `not_found`.
   */
  async settle(decisionId: string, answer: 'confirm' | 'decline', actor: StaffActor): Promise<string> {
    return await this.source.transaction(async (manager) => {
      const found = await findRefundDecision(manager, decisionId);
      if (!found) throw new DomainError('not_found', 'There is no such refund to confirm.');
      await this.orders.lock(manager, found.orderId);
      if (answer === 'confirm' && found.askedBy === actor.staffId)
        throw new DomainError(
          'refund_same_person',
          'You asked for this refund, so another person must confirm it.',
        );
      const at = this.clock.now();
      const how = answer === 'confirm' ? { confirmedBy: actor.staffId, confirmedAt: at } : { declinedAt: at };
      const underWay = (await this.underWay(manager, found.orderId)) - found.amountPence;
      if (!(await settleRefundDecision(manager, decisionId, how)))
        throw new DomainError('refund_settled', 'This refund has been settled already. Nothing was changed.');
      await this.tasks.closeFor(
        manager,
        { kind: 'refund_to_confirm', subject: decisionId },
        actor.staffId,
        answer === 'confirm' ? 'confirmed' : 'declined',
      );
      if (answer === 'confirm' && found.otherwise) await this.noteOtherwise(manager, found, actor);
      else {
        const step = answer === 'confirm' ? 'decided' : 'declined';
        await this.act(manager, found, step, pence(Math.max(0, underWay)), actor);
      }
      return found.orderId;
    });
  }

  /**
   * Staff have paid money back by other means: it counts as given back, and the customer is told. Above the limit another person confirms it
   * first, since nothing else shows that the money went.
   * @throws DomainError `refund_too_large`, `reason_missing`, `order_not_found`.
   */
  async payOtherwise(
    orderId: string,
    { amount, reason }: { readonly amount: Pence; readonly reason: string },
    actor: StaffActor,
  ): Promise<'asked' | 'otherwise'> {
    if (reason.trim() === '') throw new DomainError('reason_missing', 'Say how the money was paid back.');
    return await this.source.transaction(async (manager) => {
      const order = await this.orders.lock(manager, orderId);
      const underWay = await this.underWay(manager, orderId);
      const needsSecond =
        (order?.refundedPence ?? 0) + underWay + amount > this.environment.REFUND_SECOND_PERSON_PENCE;
      const decision = this.decision(orderId, { amount, reason, needsSecond, otherwise: needsSecond }, actor);
      if (!needsSecond) {
        await this.noteOtherwise(manager, decision, actor);
        return 'otherwise';
      }
      const asked = pence(underWay + (await this.refunds.underWay(manager, orderId)));
      await this.act(manager, decision, 'asked', asked, actor);
      await insertRefundDecision(manager, decision);
      return 'asked';
    });
  }

  /** It counts as paid back from now on. */
  private async noteOtherwise(
    manager: EntityManager,
    { id, orderId, amountPence: amount, reason }: RefundDecision,
    actor: StaffActor,
  ): Promise<void> {
    const at = this.clock.now();
    const others = (await refundDecisionsOf(manager, orderId)).filter((one) => one.id !== id);
    const underWay = pence(underWayOf(others) + (await this.refunds.underWay(manager, orderId)));
    mustBeDone(await this.acts.run(manager, payOtherwise, orderId, { amount, underWay, reason, at }, actor));
    await this.refunds.keepOther(manager, orderId, { amount, reason, at });
    await markPaidBack(manager, id, at);
  }

  private decision(
    orderId: string,
    {
      amount,
      reason,
      needsSecond,
      otherwise,
    }: {
      readonly amount: Pence;
      readonly reason: string;
      readonly needsSecond: boolean;
      readonly otherwise: boolean;
    },
    { staffId }: StaffActor,
  ): RefundDecision {
    return {
      id: newId(),
      orderId,
      amountPence: amount,
      reason: reason.trim(),
      askedBy: staffId,
      remedy: false,
      otherwise,
      askedAt: this.clock.now(),
      needsSecond,
      confirmedBy: null,
      confirmedAt: null,
      declinedAt: null,
      refusedAt: null,
      paidBackAt: null,
    };
  }

  /** Asks Stripe for it, once, however often the job runs; what Stripe refuses for good is a task by then. */
  async payBack(decisionId: string): Promise<void> {
    const decision = await findRefundDecision(this.source.manager, decisionId);
    if (!decision || decision.otherwise || decision.paidBackAt || decision.refusedAt) return;
    if (decision.needsSecond && !decision.confirmedAt) return;
    const outcome = await this.refunds.refund(
      decision.orderId,
      decision.amountPence,
      decision.remedy ? 'late' : 'decided by staff',
      `decision-${decision.id}`,
    );
    const mark = outcome === 'made' ? markPaidBack : markRefused;
    await mark(this.source.manager, decisionId, this.clock.now());
  }

  /** Oldest first. */
  async of(orderId: string): Promise<RefundDecision[]> {
    return await refundDecisionsOf(this.source.manager, orderId);
  }

  /** Asked for or decided, and not yet at Stripe, in pence. */
  private async underWay(manager: EntityManager, orderId: string): Promise<number> {
    return underWayOf(await refundDecisionsOf(manager, orderId));
  }

  private async act(
    manager: EntityManager,
    { id, orderId, amountPence }: RefundDecision,
    step: 'asked' | 'decided' | 'declined',
    underWay: Pence,
    actor: StaffActor,
  ): Promise<void> {
    const payBack = followUp(payBackDecided, { decisionId: id }, { key: `pay-back:${id}` });
    const input = { step, decisionId: id, amount: amountPence, underWay, at: this.clock.now(), payBack };
    mustBeDone(await this.acts.run(manager, decideRefund, orderId, input, actor));
  }
}
