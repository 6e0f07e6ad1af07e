import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { CLOCK, type Clock, DomainError, formatPence, newId, type Pence, pence } from '@app/kernel';
import { OrdersService } from '@app/orders';
import { StaffTasks } from '@app/tasks';
import { CheckoutAttempts } from './checkout-attempts.js';
import { acceptedPayment } from './payment.store.js';
import type { Refund } from './refund.entity.js';
import { GAVE_NOTHING } from './refund-machine.js';
import { refundsOfOrder } from './refund.store.js';
import { RefundRecords } from './refund-records.js';
import { refusalWords } from './refund-refusals.js';
import type { RefundRequest } from './refund-request.entity.js';
import {
  findRefundRequest,
  insertRefundRequest,
  refundRequestsOf,
  refuseRefundRequest,
} from './refund-request.store.js';
import { SessionOutcomes } from './session-outcomes.js';
import { StripeGateway } from './stripe-gateway.js';

/** Gives money back by the way it came. */
@Injectable()
export class RefundsService {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly orders: OrdersService,
    private readonly tasks: StaffTasks,
    private readonly gateway: StripeGateway,
    private readonly attempts: CheckoutAttempts,
    private readonly outcomes: SessionOutcomes,
    private readonly records: RefundRecords,
  ) {}

  /**
   * Refunds part or all of what an order paid. It is written down before Stripe is asked; what Stripe refuses for good becomes a task for staff.
   * @param amount pence, at most what is left of the payment.
   * @param key names this refund: the same key gives money back once, however often it is asked for.
   * @throws DomainError `refund_impossible`, `refund_too_large`, `payment_gateway_unavailable`.
   */
  async refund(orderId: string, amount: Pence, reason: string, key: string): Promise<'made' | 'refused'> {
    const { paymentIntentId } = await this.paymentOf(this.source.manager, orderId);
    const request = await this.writeDown(orderId, amount, reason, `refund-${orderId}-${key}`);
    if (request.refusedAt) return 'refused';
    if (request.refundId !== null) return 'made';
    try {
      await this.gateway.createRefund(
        {
          payment_intent: paymentIntentId,
          amount: request.amountPence,
          metadata: { order_id: orderId, reason: request.reason, request: request.key },
        },
        request.key,
      );
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'refund_refused') throw error;
      // What Stripe has by now may explain it: somebody refunded in its dashboard.
      await this.takeOver(paymentIntentId);
      await this.noteRefusal(request, String(error.details['code']), String(error.details['why']));
      return 'refused';
    }
    await this.takeOver(paymentIntentId);
    return 'made';
  }

  /** Fetches how a payment's refunds stand and takes that over. */
  async takeOver(paymentIntentId: string): Promise<string> {
    const refunds = await this.gateway.refundsOf(paymentIntentId);
    return await this.source.transaction((manager) => this.records.take(manager, paymentIntentId, refunds));
  }

  /**
   * Follows a cancellation: the pay page is closed and everything still held is given back. Safe to repeat.
   * Money that arrives after this is a task for staff (`payment_after_end`).
   */
  async settleCancellation(orderId: string): Promise<void> {
    const order = await this.orders.byId(orderId);
    if (order?.state !== 'cancelled') return;
    const attempt = await this.attempts.live(this.source.manager, orderId);
    if (attempt?.sessionId) {
      const session = await this.gateway.expireSession(attempt.sessionId);
      if (session) await this.source.transaction((manager) => this.outcomes.apply(manager, session));
    } else if (attempt) {
      await this.attempts.abandon(attempt);
    }
    const payment = await acceptedPayment(this.source.manager, orderId);
    if (!payment?.paymentIntentId) return;
    await this.takeOver(payment.paymentIntentId);
    const left = payment.amountPence - ((await this.orders.byId(orderId))?.refundedPence ?? 0);
    if (left > 0) await this.refund(orderId, pence(left), 'cancelled by the customer', `cancelled-${left}`);
  }

  /** Asked of Stripe and not answered yet, in pence. */
  async underWay(manager: EntityManager, orderId: string): Promise<number> {
    return (await refundRequestsOf(manager, orderId))
      .filter(({ refundId, refusedAt }) => refundId === null && refusedAt === null)
      .reduce((sum, { amountPence }) => sum + amountPence, 0);
  }

  /** Staff paid it back by other means; the caller holds the order. @throws DomainError `refund_impossible` */
  async keepOther(
    manager: EntityManager,
    orderId: string,
    { amount, reason, at }: { readonly amount: Pence; readonly reason: string; readonly at: Date },
  ): Promise<void> {
    const { paymentIntentId } = await this.paymentOf(manager, orderId);
    await this.records.keepOther(manager, {
      id: `other_${newId()}`,
      orderId,
      paymentIntentId,
      amountPence: amount,
      status: 'succeeded',
      way: 'other',
      reason,
      createdAt: at,
      updatedAt: at,
    });
  }

  forOrder(orderId: string): Promise<Refund[]> {
    return refundsOfOrder(this.source.manager, orderId);
  }

  private async paymentOf(
    manager: EntityManager,
    orderId: string,
  ): Promise<{ paymentIntentId: string; paid: Pence }> {
    const payment = await acceptedPayment(manager, orderId);
    if (!payment?.paymentIntentId)
      throw new DomainError(
        'refund_impossible',
        'Nothing was paid for this order, so nothing can be given back.',
      );
    return { paymentIntentId: payment.paymentIntentId, paid: payment.amountPence };
  }

  /** The request of this key, or a new one if it fits into what is left; the order is locked meanwhile. */
  private async writeDown(
    orderId: string,
    amount: Pence,
    reason: string,
    key: string,
  ): Promise<RefundRequest> {
    return await this.source.transaction(async (manager) => {
      await this.orders.lock(manager, orderId);
      const known = await findRefundRequest(manager, key);
      if (known) return known;
      const { paid } = await this.paymentOf(manager, orderId);
      const back = (await refundsOfOrder(manager, orderId))
        .filter(({ status }) => !GAVE_NOTHING.includes(status))
        .reduce((sum, { amountPence }) => sum + amountPence, 0);
      const underWay = await this.underWay(manager, orderId);
      if (amount < 1 || amount > paid - back - underWay)
        throw new DomainError(
          'refund_too_large',
          `More cannot be given back than is left: ${formatPence(pence(Math.max(0, paid - back - underWay)))}.`,
        );
      const request: RefundRequest = {
        key,
        orderId,
        amountPence: amount,
        reason,
        askedAt: this.clock.now(),
        refundId: null,
        refusedAt: null,
        refusedCode: null,
      };
      await insertRefundRequest(manager, request);
      return request;
    });
  }

  private async noteRefusal(
    { key, orderId, amountPence }: RefundRequest,
    code: string,
    why: string,
  ): Promise<void> {
    await this.source.transaction(async (manager) => {
      const order = await this.orders.lock(manager, orderId);
      if (!order || !(await refuseRefundRequest(manager, key, code, this.clock.now()))) return;
      // All of it is given back already: nothing is left for anybody to do.
      if (order.refundedPence >= (order.paidPence ?? 0)) return;
      await this.orders.note(manager, orderId, 'refund_refused', this.clock.now(), { code, amountPence });
      await this.tasks.raise(manager, {
        kind: 'refund_refused',
        subject: key,
        orderId,
        summary: `Stripe will not give back ${formatPence(amountPence)} for order ${order.reference}. ${refusalWords(code, why)}`,
        data: { code, why, amountPence },
      });
    });
  }
}
