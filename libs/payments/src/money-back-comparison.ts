import { Injectable, Logger } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { formatPence } from '@app/kernel';
import { type RaisedTask, StaffTasks } from '@app/tasks';
import { disputeState } from './dispute-machine.js';
import { DisputeOutcomes } from './dispute-outcomes.js';
import { disputesToCompare, findDispute } from './dispute.store.js';
import { idOf } from './event-handler.js';
import { refundState } from './refund-machine.js';
import { findRefund, refundsToCompare } from './refund.store.js';
import { RefundsService } from './refunds.service.js';
import { StripeGateway } from './stripe-gateway.js';

export interface Compared {
  readonly repaired: number;
  /** Known here and not at Stripe; each is a task. */
  readonly unexplained: number;
}

/**
 * Compares what went back, or was asked back, with Stripe's lists, both ways. Stripe's lists go by when a thing was made, so what is still on its
 * way here is asked for by name, however old it is.
 */
@Injectable()
export class MoneyBackComparison {
  private readonly log = new Logger(MoneyBackComparison.name);

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly tasks: StaffTasks,
    private readonly gateway: StripeGateway,
    private readonly refunds: RefundsService,
    private readonly disputes: DisputeOutcomes,
  ) {}

  async compareRefunds(since: Date): Promise<Compared> {
    const { manager } = this.source;
    const intents = new Set<string>();
    const seen = new Set<string>();
    for await (const refund of this.gateway.refundsSince(since)) {
      seen.add(refund.id);
      const intent = idOf(refund.payment_intent);
      if (intent === null) continue;
      const known = await findRefund(manager, refund.id);
      if (known?.status !== refundState(refund.status)) intents.add(intent);
    }
    let unexplained = 0;
    for (const known of (await refundsToCompare(manager, since)).filter(({ id }) => !seen.has(id))) {
      const refund = await this.gateway.refundById(known.id);
      if (refund && refundState(refund.status) !== known.status) intents.add(known.paymentIntentId);
      if (refund) continue;
      unexplained += await this.ask({
        kind: 'refund_not_at_stripe',
        subject: known.id,
        ...(known.orderId !== null && { orderId: known.orderId }),
        summary: `We recorded a refund of ${formatPence(known.amountPence)}, but Stripe does not have it. The customer was told that it is on its way.`,
        data: { paymentIntentId: known.paymentIntentId, amountPence: known.amountPence },
      });
    }
    for (const intent of intents)
      this.log.warn(`refunds of ${intent} had been missed: ${await this.refunds.takeOver(intent)}`);
    return { repaired: intents.size, unexplained };
  }

  async compareDisputes(since: Date): Promise<Compared> {
    const { manager } = this.source;
    const seen = new Set<string>();
    let repaired = 0;
    let unexplained = 0;
    const take = async (dispute: Parameters<DisputeOutcomes['take']>[1]): Promise<void> => {
      const known = await findDispute(manager, dispute.id);
      if (known?.state === disputeState(dispute.status)) return;
      const outcome = await this.source.transaction((inside) => this.disputes.take(inside, dispute));
      // A state that we refuse to go back to, or a dispute that is not about a payment of ours, is no repair.
      const now = await findDispute(manager, dispute.id);
      if (now?.state === known?.state) return;
      this.log.warn(`dispute ${dispute.id} had been missed: ${outcome}`);
      repaired += 1;
    };
    for await (const dispute of this.gateway.disputesSince(since)) {
      seen.add(dispute.id);
      await take(dispute);
    }
    for (const known of (await disputesToCompare(manager, since)).filter(({ id }) => !seen.has(id))) {
      const dispute = await this.gateway.dispute(known.id);
      if (dispute) {
        await take(dispute);
        continue;
      }
      unexplained += await this.ask({
        kind: 'dispute_not_at_stripe',
        subject: known.id,
        ...(known.orderId !== null && { orderId: known.orderId }),
        summary: `We recorded a dispute about ${formatPence(known.amountPence)}, but Stripe does not have it.`,
        data: { paymentIntentId: known.paymentIntentId, amountPence: known.amountPence },
      });
    }
    return { repaired, unexplained };
  }

  /** A task once: one that a person has closed is not opened by the next run. @returns how many were raised. */
  private async ask(task: RaisedTask): Promise<number> {
    const { manager } = this.source;
    if (await this.tasks.raisedAt(manager, task)) return 0;
    await this.tasks.raise(manager, task);
    return 1;
  }
}
