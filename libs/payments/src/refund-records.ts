import { Inject, Injectable } from '@nestjs/common';
import type Stripe from 'stripe';
import type { EntityManager } from 'typeorm';
import { CLOCK, type Clock, pence } from '@app/kernel';
import { OrdersService } from '@app/orders';
import { StaffTasks } from '@app/tasks';
import { nameRefund } from './refund-request.store.js';
import { CreditNotes } from './papers/credit-notes.js';
import { lockPayment, paymentOfIntent } from './payment.store.js';
import type { Refund } from './refund.entity.js';
import { REFUND_NEWS, refundState } from './refund-machine.js';
import { refundNews } from './refund-news.js';
import { giveRefundsTo, keepOtherRefund, keepRefund, moveRefund, refundsOfIntent } from './refund.store.js';

/** Keeps refunds as Stripe has them, whoever made them, and tells the order what it adds up to. */
@Injectable()
export class RefundRecords {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly orders: OrdersService,
    private readonly tasks: StaffTasks,
    private readonly creditNotes: CreditNotes,
  ) {}

  /**
   * @param manager a transaction.
   * @param refunds all refunds of this payment, as just fetched from Stripe.
   */
  async take(
    manager: EntityManager,
    paymentIntentId: string,
    refunds: readonly Stripe.Refund[],
  ): Promise<string> {
    let payment = await paymentOfIntent(manager, paymentIntentId);
    // The order is locked before its refunds, as everywhere. A payment still unknown may be on its way in another transaction: whichever
    // of the two takes this lock second sees what the other wrote.
    if (!payment?.orderId) {
      await lockPayment(manager, paymentIntentId);
      payment = await paymentOfIntent(manager, paymentIntentId);
    }
    if (payment?.orderId) await this.orders.lock(manager, payment.orderId);
    const before = await refundsOfIntent(manager, paymentIntentId);
    for (const refund of refunds) await this.keep(manager, paymentIntentId, refund);
    return await this.addUp(manager, paymentIntentId, before);
  }

  /** Called when a payment becomes known, for refunds that were told of before it. */
  async settle(manager: EntityManager, paymentIntentId: string): Promise<void> {
    await lockPayment(manager, paymentIntentId);
    if ((await refundsOfIntent(manager, paymentIntentId)).length > 0)
      await this.addUp(manager, paymentIntentId, []);
  }

  /** Staff paid it back by other means: it counts like a refund of Stripe's. The caller holds the order. */
  async keepOther(manager: EntityManager, refund: Refund): Promise<void> {
    const before = await refundsOfIntent(manager, refund.paymentIntentId);
    await keepOtherRefund(manager, refund);
    await this.addUp(manager, refund.paymentIntentId, before);
  }

  private async keep(manager: EntityManager, paymentIntentId: string, refund: Stripe.Refund): Promise<void> {
    const at = this.clock.now();
    await keepRefund(
      manager,
      {
        id: refund.id,
        paymentIntentId,
        amountPence: pence(refund.amount),
        reason: refund.metadata?.['reason'] ?? refund.reason ?? null,
        createdAt: new Date(refund.created * 1000),
      },
      at,
    );
    await moveRefund(manager, refund.id, REFUND_NEWS[refundState(refund.status)], at);
    const request = refund.metadata?.['request'];
    if (request !== undefined) await nameRefund(manager, request, refund.id);
  }

  /** @param before the refunds of this payment as the order knows of them. */
  private async addUp(
    manager: EntityManager,
    paymentIntentId: string,
    before: readonly Refund[],
  ): Promise<string> {
    const payment = await paymentOfIntent(manager, paymentIntentId);
    if (!payment?.orderId) return 'refund kept; its payment is not known yet';
    const { orderId } = payment;
    await giveRefundsTo(manager, paymentIntentId, orderId);
    const refunds = await refundsOfIntent(manager, paymentIntentId);
    for (const failed of refunds.filter(({ status }) => status === 'failed'))
      await this.raiseFailed(manager, failed, orderId);
    if (!payment.accepted) return 'refund of a payment that paid no order';
    await this.creditNotes.follow(manager, orderId, refunds);
    const { total, given, undone } = refundNews(before, refunds);
    await this.orders.recordRefunds(manager, orderId, { total, given, undone, at: this.clock.now() });
    return `refunded ${total} pence in all`;
  }

  /** Once for each refund: a task that a person has closed is not opened by the next news of another refund. */
  private async raiseFailed(manager: EntityManager, refund: Refund, orderId: string): Promise<void> {
    const task = { kind: 'refund_failed', subject: refund.id } as const;
    if (await this.tasks.raisedAt(manager, task)) return;
    await this.tasks.raise(manager, {
      ...task,
      orderId,
      summary: `The refund ${refund.id} did not reach the customer. Ask how they want to be paid back, and pay them another way.`,
      data: { amountPence: refund.amountPence, paymentIntentId: refund.paymentIntentId },
    });
  }
}
