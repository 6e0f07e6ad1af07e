import { Inject, Injectable } from '@nestjs/common';
import type Stripe from 'stripe';
import type { EntityManager } from 'typeorm';
import { CLOCK, type Clock, newId } from '@app/kernel';
import { type Order, OrdersService } from '@app/orders';
import { StaffTasks, type TaskKind } from '@app/tasks';
import { CHECKOUT_NEWS } from './checkout-attempt-machine.js';
import type { CheckoutSession } from './checkout-session.entity.js';
import { findCheckout, liveCheckout, moveCheckout, nameSession } from './checkout-session.store.js';
import { DisputeOutcomes } from './dispute-outcomes.js';
import { acceptPayment, insertPayment } from './payment.store.js';
import { amountInWords, paymentMisfit } from './payment-fit.js';
import { ReceiptsService } from './receipts.service.js';
import { RefundRecords } from './refund-records.js';
import { type SessionFacts, sessionFacts } from './session-facts.js';
import { StripeGateway } from './stripe-gateway.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Takes over how a session stands: the one path for webhooks, the success page and reconciliation, in any order and any number of times.
 * Money is recorded first; then it pays its order or becomes a task for staff.
 */
@Injectable()
export class SessionOutcomes {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly gateway: StripeGateway,
    private readonly orders: OrdersService,
    private readonly tasks: StaffTasks,
    private readonly receipts: ReceiptsService,
    private readonly refunds: RefundRecords,
    private readonly disputes: DisputeOutcomes,
  ) {}

  /**
   * @param manager a transaction; the order stays locked until it ends.
   * @param session as just fetched from Stripe, with the payment intent and its charge expanded.
   * @returns what came of it, for the event's record.
   */
  async apply(manager: EntityManager, session: Stripe.Checkout.Session): Promise<string> {
    const facts = sessionFacts(session);
    const order =
      facts.orderId !== undefined && UUID.test(facts.orderId)
        ? await this.orders.lock(manager, facts.orderId)
        : null;
    const attempt = await this.attemptOf(manager, facts, order);
    if (attempt) await moveCheckout(manager, attempt.id, CHECKOUT_NEWS[facts.state]);
    if (facts.state !== 'paid') return `session ${facts.state}`;
    return await this.takeMoney(manager, facts, order, attempt);
  }

  /** Binds a session whose answer we never got, so that it is known from now on. */
  private async attemptOf(
    manager: EntityManager,
    facts: SessionFacts,
    order: Order | null,
  ): Promise<CheckoutSession | null> {
    const bound = await findCheckout(manager, { sessionId: facts.sessionId });
    if (bound || !order) return bound && bound.orderId === order?.id ? bound : null;
    const live = await liveCheckout(manager, order.id);
    if (live?.state !== 'opening') return null;
    await nameSession(manager, live.id, facts.sessionId);
    return live;
  }

  private async takeMoney(
    manager: EntityManager,
    facts: SessionFacts,
    order: Order | null,
    attempt: CheckoutSession | null,
  ): Promise<string> {
    const now = this.clock.now();
    const isNew = await insertPayment(manager, {
      id: newId(),
      sessionId: facts.sessionId,
      orderId: order?.id ?? null,
      paymentIntentId: facts.paymentIntentId,
      amountPence: facts.total,
      discountPence: facts.discount,
      currency: facts.currency,
      accepted: false,
      receivedAt: now,
    });
    if (!isNew) return 'payment already recorded';

    const misfit = paymentMisfit(
      facts,
      order,
      attempt?.amountPence ?? order?.pricePence ?? 0,
      this.gateway.livemode,
    );
    if (misfit || !order)
      return await this.raise(
        manager,
        facts,
        order,
        misfit?.kind ?? 'payment_unknown_order',
        misfit?.why ?? 'names no order',
      );
    // Our clock and Stripe's differ a little; a payment of the future would hold up the promise.
    const at = facts.chargedAt && facts.chargedAt < now ? facts.chargedAt : now;
    const recorded = await this.orders.recordPaid(manager, {
      orderId: order.id,
      amount: facts.total,
      at,
      choiceId: attempt?.choiceId ?? null,
    });
    if (recorded === 'already')
      return await this.raise(
        manager,
        facts,
        order,
        'payment_second',
        'is the second for an order that is paid already',
      );
    if (recorded !== 'recorded')
      return await this.raise(
        manager,
        facts,
        order,
        'payment_after_end',
        `cannot be used: ${recorded.refused}`,
      );
    await acceptPayment(manager, facts.sessionId);
    await this.receipts.issue(manager, order.id, facts.total);
    if (facts.paymentIntentId !== null) {
      await this.refunds.settle(manager, facts.paymentIntentId);
      await this.disputes.settle(manager, facts.paymentIntentId, order.id);
    }
    return 'order paid';
  }

  private async raise(
    manager: EntityManager,
    facts: SessionFacts,
    order: Order | null,
    kind: TaskKind,
    why: string,
  ): Promise<string> {
    const amount = amountInWords(facts);
    await this.tasks.raise(manager, {
      kind,
      subject: facts.sessionId,
      ...(order && { orderId: order.id }),
      summary:
        `A payment of ${amount} ${order ? `for order ${order.reference} ` : ''}${why}. ` +
        (facts.paymentIntentId === null
          ? 'Nothing was charged.'
          : `Refund ${facts.paymentIntentId} in full (${amount}) unless you settle it otherwise.`),
      data: {
        sessionId: facts.sessionId,
        paymentIntentId: facts.paymentIntentId,
        amountPence: facts.total,
        currency: facts.currency,
      },
    });
    if (order)
      await this.orders.note(manager, order.id, 'payment_refused', this.clock.now(), {
        kind,
        amountPence: facts.total,
      });
    return `${kind}: task raised`;
  }
}
