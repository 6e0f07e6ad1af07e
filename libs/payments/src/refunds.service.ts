import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { DomainError, type Pence, pence } from '@app/kernel';
import { OrdersService } from '@app/orders';
import { CheckoutAttempts } from './checkout-attempts.js';
import { acceptedPayment } from './payment.store.js';
import type { Refund } from './refund.entity.js';
import { refundsOfOrder } from './refund.store.js';
import { RefundRecords } from './refund-records.js';
import { SessionOutcomes } from './session-outcomes.js';
import { StripeGateway } from './stripe-gateway.js';

/** Gives money back by the way it came. */
@Injectable()
export class RefundsService {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly orders: OrdersService,
    private readonly gateway: StripeGateway,
    private readonly attempts: CheckoutAttempts,
    private readonly outcomes: SessionOutcomes,
    private readonly records: RefundRecords,
  ) {}

  /**
   * Refunds part or all of what an order paid.
   * @param amount pence, at most what is left of the payment.
   * @param key names this refund: the same key gives money back once, however often it is asked for.
   * @throws DomainError `refund_impossible`, `refund_too_large`, `payment_gateway_unavailable`.
   */
  async refund(orderId: string, amount: Pence, reason: string, key: string): Promise<void> {
    const payment = await acceptedPayment(this.source.manager, orderId);
    if (!payment?.paymentIntentId)
      throw new DomainError(
        'refund_impossible',
        'Nothing was paid for this order, so nothing can be given back.',
      );
    const { paymentIntentId } = payment;
    if (amount < 1 || amount > payment.amountPence)
      throw new DomainError('refund_too_large', 'More cannot be given back than was paid.');
    await this.gateway.createRefund(
      { payment_intent: paymentIntentId, amount, metadata: { order_id: orderId, reason } },
      `refund-${orderId}-${key}`,
    );
    await this.takeOver(paymentIntentId);
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

  forOrder(orderId: string): Promise<Refund[]> {
    return refundsOfOrder(this.source.manager, orderId);
  }
}
