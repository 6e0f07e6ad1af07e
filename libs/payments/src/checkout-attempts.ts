import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { CLOCK, type Clock, DomainError, newId } from '@app/kernel';
import { type Order, OrdersService } from '@app/orders';
import { checkoutMachine } from './checkout-attempt-machine.js';
import type { CheckoutSession } from './checkout-session.entity.js';
import {
  checkoutsOf,
  findCheckout,
  insertCheckout,
  liveCheckout,
  moveCheckout,
  overdueCheckouts,
} from './checkout-session.store.js';

/** A pay page lives 30 minutes. Stripe refuses less than that counted from when it hears of it, hence the spare minute. */
const PAGE_LIVES_MS = 31 * 60_000;

/** Attempts to pay: written down before Stripe is asked, then bound to what it answered. */
@Injectable()
export class CheckoutAttempts {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly orders: OrdersService,
  ) {}

  /**
   * The live attempt of an order, or a new one when there is none. The order is locked meanwhile, so two clicks get the same.
   * @throws DomainError `order_not_found`, `order_exists_paid`, `checkout_closed`.
   */
  async liveOrNew(orderId: string): Promise<{ attempt: CheckoutSession; order: Order }> {
    return await this.source.transaction(async (manager) => {
      const order = await this.orders.lock(manager, orderId);
      if (!order) throw new DomainError('order_not_found', 'There is no such order.');
      this.checkPayable(order);
      const attempt = (await this.live(manager, orderId)) ?? (await this.add(manager, order));
      return { attempt, order };
    });
  }

  live(manager: EntityManager, orderId: string): Promise<CheckoutSession | null> {
    return liveCheckout(manager, orderId);
  }

  byId(id: string): Promise<CheckoutSession | null> {
    return findCheckout(this.source.manager, { id });
  }

  bySession(sessionId: string): Promise<CheckoutSession | null> {
    return findCheckout(this.source.manager, { sessionId });
  }

  forOrder(orderId: string): Promise<CheckoutSession[]> {
    return checkoutsOf(this.source.manager, orderId);
  }

  /** Stripe has answered. If news of this session came before its answer, the news stays. */
  async bind({ id }: CheckoutSession, sessionId: string, url: string | null): Promise<void> {
    await moveCheckout(this.source.manager, id, 'open', { sessionId, url });
  }

  /** Stripe never took it, so nobody can pay by it. */
  async abandon({ id }: CheckoutSession): Promise<void> {
    await moveCheckout(this.source.manager, id, 'expire');
  }

  /** Live attempts whose time is over, for reconciliation; oldest first. */
  overdue(before: Date, limit = 500): Promise<CheckoutSession[]> {
    return overdueCheckouts(this.source.manager, before, limit);
  }

  private checkPayable(order: Order): void {
    if (order.state === 'paid')
      throw new DomainError('order_exists_paid', 'This order is paid already.', { orderId: order.id });
    if (order.state !== 'awaiting_payment' || order.expiresAt <= this.clock.now()) {
      throw new DomainError(
        'checkout_closed',
        'This order can no longer be paid. Please order again; your answers are kept.',
      );
    }
  }

  private async add(manager: EntityManager, order: Order): Promise<CheckoutSession> {
    const earlier = await checkoutsOf(manager, order.id);
    // Whole seconds: Stripe counts in them, and the same row must give the same request.
    const now = Math.floor(this.clock.now().getTime() / 1000) * 1000;
    return await insertCheckout(manager, {
      id: newId(),
      orderId: order.id,
      attempt: earlier.length + 1,
      sessionId: null,
      url: null,
      state: checkoutMachine.first,
      amountPence: order.pricePence,
      choiceId: order.choiceId,
      customerEmail: order.customerEmail,
      createdAt: new Date(now),
      expiresAt: new Date(now + PAGE_LIVES_MS),
    });
  }
}
