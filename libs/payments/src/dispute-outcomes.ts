import { Inject, Injectable } from '@nestjs/common';
import type Stripe from 'stripe';
import type { EntityManager } from 'typeorm';
import { CLOCK, type Clock, formatDayTime, formatPence, pence } from '@app/kernel';
import { type Order, OrderBlockers, OrdersService } from '@app/orders';
import { StaffTasks } from '@app/tasks';
import { paymentOfIntent } from './payment.store.js';

/** A dispute that was won, or an inquiry that the bank let go: the money is ours. A lost one binds the order on. */
const ENDED_WELL: readonly string[] = ['won', 'warning_closed'];

/** Disputes and warnings: kept on the order, and a task for staff, who answer in Stripe. */
@Injectable()
export class DisputeOutcomes {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly orders: OrdersService,
    private readonly blockers: OrderBlockers,
    private readonly tasks: StaffTasks,
  ) {}

  async opened(manager: EntityManager, dispute: Stripe.Dispute): Promise<string> {
    const order = await this.orderOf(manager, dispute.payment_intent);
    if (order)
      await this.orders.markDisputed(manager, order.id, dispute.id, new Date(dispute.created * 1000));
    const due = dispute.evidence_details?.due_by ?? null;
    await this.tasks.raise(manager, {
      kind: 'dispute_opened',
      subject: dispute.id,
      ...(order && { orderId: order.id }),
      summary:
        `The customer's bank disputes ${formatPence(pence(dispute.amount))}${named(order)} (${dispute.reason}). ` +
        `Answer it in Stripe${due === null ? '' : ` before ${formatDayTime(new Date(due * 1000))}`}.`,
      data: { status: dispute.status, reason: dispute.reason, amountPence: dispute.amount, dueBy: due },
    });
    return order ? 'dispute recorded' : 'dispute without an order: task raised';
  }

  async closed(manager: EntityManager, dispute: Stripe.Dispute): Promise<string> {
    const order = await this.orderOf(manager, dispute.payment_intent);
    if (order) {
      // The news that it was opened may come later than this.
      await this.orders.markDisputed(manager, order.id, dispute.id, new Date(dispute.created * 1000));
      await this.orders.note(manager, order.id, 'dispute_closed', this.clock.now(), {
        disputeId: dispute.id,
        status: dispute.status,
      });
      if (ENDED_WELL.includes(dispute.status))
        await this.blockers.settle(manager, order.id, {
          kind: 'dispute',
          source: dispute.id,
          reason: `The dispute ended: ${dispute.status}`,
          at: this.clock.now(),
        });
    }
    await this.tasks.raise(manager, {
      kind: 'dispute_closed',
      subject: dispute.id,
      ...(order && { orderId: order.id }),
      summary: `The dispute about ${formatPence(pence(dispute.amount))}${named(order)} has ended: ${dispute.status}.`,
      data: { status: dispute.status },
    });
    return `dispute ${dispute.status}`;
  }

  async fraudWarned(manager: EntityManager, warning: Stripe.Radar.EarlyFraudWarning): Promise<string> {
    const order = await this.orderOf(manager, warning.payment_intent ?? null);
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

  private async orderOf(
    manager: EntityManager,
    intent: string | { id: string } | null,
  ): Promise<Order | null> {
    if (intent === null) return null;
    const payment = await paymentOfIntent(manager, typeof intent === 'string' ? intent : intent.id);
    return payment?.orderId ? await this.orders.lock(manager, payment.orderId) : null;
  }
}

const named = (order: Order | null): string => (order ? ` of order ${order.reference}` : '');
