import { Inject, Injectable } from '@nestjs/common';
import type Stripe from 'stripe';
import type { EntityManager } from 'typeorm';
import { CLOCK, type Clock, formatDayTime, formatPence, pence } from '@app/kernel';
import { type Order, OrderBlockers, OrdersService } from '@app/orders';
import { StaffTasks } from '@app/tasks';
import { disputeState } from './dispute-machine.js';
import { closeDispute, disputesOfIntent, findDispute, keepDispute, renewDispute } from './dispute.store.js';
import { lockPayment, paymentOfIntent } from './payment.store.js';

/** Disputes and warnings: kept as Stripe has them, and a task for staff, who answer in Stripe. */
@Injectable()
export class DisputeOutcomes {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly orders: OrdersService,
    private readonly blockers: OrderBlockers,
    private readonly tasks: StaffTasks,
  ) {}

  /**
   * The one path for a dispute, however it is heard of, in any order and any number of times: webhooks and reconciliation.
   * @param dispute as just fetched from Stripe.
   */
  async take(manager: EntityManager, dispute: Stripe.Dispute): Promise<string> {
    const intent = idOf(dispute.payment_intent);
    if (intent === null) return 'a dispute without a payment intent is not ours';
    const order = await this.orderOf(manager, intent);
    const due = dispute.evidence_details?.due_by ?? null;
    const facts = {
      id: dispute.id,
      orderId: order?.id ?? null,
      paymentIntentId: intent,
      amountPence: pence(dispute.amount),
      reason: dispute.reason,
      dueAt: due === null ? null : new Date(due * 1000),
      openedAt: new Date(dispute.created * 1000),
    };
    const isNew = await keepDispute(manager, facts);
    if (!isNew) await renewDispute(manager, facts);
    if (order) await this.orders.markDisputed(manager, order.id, dispute.id, facts.openedAt);
    if (isNew) await this.askForAnswer(manager, dispute, order, facts.dueAt);
    const state = disputeState(dispute.status);
    if (state === 'open') return order ? 'dispute recorded' : 'dispute without an order: task raised';
    return await this.close(manager, dispute, order, state);
  }

  /** Called when a payment becomes known, for disputes that were told of before it. */
  async settle(manager: EntityManager, intent: string, orderId: string): Promise<void> {
    await lockPayment(manager, intent);
    for (const dispute of await disputesOfIntent(manager, intent)) {
      await renewDispute(manager, { ...dispute, orderId });
      await this.orders.markDisputed(manager, orderId, dispute.id, dispute.openedAt);
    }
  }

  async fraudWarned(manager: EntityManager, warning: Stripe.Radar.EarlyFraudWarning): Promise<string> {
    const order = await this.orderOf(manager, idOf(warning.payment_intent));
    if (order) {
      const at = new Date(warning.created * 1000);
      await this.orders.note(manager, order.id, 'fraud_warned', at, { type: warning.fraud_type });
      await this.blockers.raise(manager, order.id, {
        kind: 'fraud_warning',
        reason: `The card issuer suspects fraud (${warning.fraud_type})`,
        source: warning.id,
        at,
      });
    }
    await this.tasks.raise(manager, {
      kind: 'early_fraud_warning',
      subject: warning.id,
      ...(order && { orderId: order.id }),
      summary: `A card issuer suspects fraud${named(order)} (${warning.fraud_type}). Refunding now usually prevents a dispute.`,
      data: { type: warning.fraud_type, actionable: warning.actionable },
    });
    return 'fraud warning: task raised';
  }

  private async askForAnswer(
    manager: EntityManager,
    dispute: Stripe.Dispute,
    order: Order | null,
    due: Date | null,
  ): Promise<void> {
    await this.tasks.raise(manager, {
      kind: 'dispute_opened',
      subject: dispute.id,
      ...(order && { orderId: order.id }),
      summary:
        `The customer's bank disputes ${formatPence(pence(dispute.amount))}${named(order)} (${dispute.reason}). ` +
        `Answer it in Stripe${due === null ? '' : ` before ${formatDayTime(due)}`}.`,
      data: { status: dispute.status, reason: dispute.reason, amountPence: dispute.amount },
    });
  }

  private async close(
    manager: EntityManager,
    { id, status, amount }: Stripe.Dispute,
    order: Order | null,
    state: 'won' | 'lost',
  ): Promise<string> {
    const now = this.clock.now();
    if (!(await closeDispute(manager, id, state === 'won' ? 'win' : 'lose', now)))
      return `dispute ${(await findDispute(manager, id))?.state} already`;
    if (order) {
      await this.orders.note(manager, order.id, 'dispute_closed', now, { disputeId: id, status });
      if (state === 'won')
        await this.blockers.settle(manager, order.id, {
          kind: 'dispute',
          source: id,
          reason: `The dispute ended: ${status}`,
          at: now,
        });
    }
    await this.tasks.closeFor(manager, { kind: 'dispute_opened', subject: id }, null, `ended: ${status}`);
    await this.tasks.raise(manager, {
      kind: 'dispute_closed',
      subject: id,
      ...(order && { orderId: order.id }),
      summary: `The dispute about ${formatPence(pence(amount))}${named(order)} has ended: ${status}.`,
      data: { status },
    });
    return `dispute ${status}`;
  }

  private async orderOf(manager: EntityManager, intent: string | null): Promise<Order | null> {
    if (intent === null) return null;
    let payment = await paymentOfIntent(manager, intent);
    // It may be on its way in another transaction, which settles the disputes that it finds.
    if (!payment?.orderId) {
      await lockPayment(manager, intent);
      payment = await paymentOfIntent(manager, intent);
    }
    return payment?.orderId ? await this.orders.lock(manager, payment.orderId) : null;
  }
}

const idOf = (object: string | { id: string } | null | undefined): string | null =>
  object === null || object === undefined ? null : typeof object === 'string' ? object : object.id;

const named = (order: Order | null): string => (order ? ` of order ${order.reference}` : '');
