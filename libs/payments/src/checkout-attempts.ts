import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, In, type EntityManager } from 'typeorm';
import { CLOCK, type Clock, DomainError, newId } from '@app/kernel';
import { type Order, OrdersService } from '@app/orders';
import { CheckoutSession, type CheckoutState, LIVE_STATES } from './checkout-session.entity.js';

/** A pay page lives 30 minutes. Stripe refuses less than that counted from when it hears of it, hence the spare minute. */
const PAGE_LIVES_MS = 31 * 60_000;

/** Forward only: an older piece of news never undoes a newer one, and paid is the end. */
const EARLIER: Readonly<Record<CheckoutState, readonly CheckoutState[]>> = {
  opening: [],
  open: ['opening'],
  pending: ['opening', 'open'],
  failed: ['opening', 'open', 'pending'],
  expired: ['opening', 'open'],
  paid: ['opening', 'open', 'pending', 'failed', 'expired'],
};

/** Our rows about pay pages: written before Stripe is asked, then bound to what it answered. */
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

  async live(manager: EntityManager, orderId: string): Promise<CheckoutSession | null> {
    return await manager.findOneBy(CheckoutSession, { orderId, state: In([...LIVE_STATES]) });
  }

  byId(id: string): Promise<CheckoutSession | null> {
    return this.source.manager.findOneBy(CheckoutSession, { id });
  }

  bySession(sessionId: string): Promise<CheckoutSession | null> {
    return this.source.manager.findOneBy(CheckoutSession, { sessionId });
  }

  forOrder(orderId: string): Promise<CheckoutSession[]> {
    return this.source.manager.find(CheckoutSession, { where: { orderId }, order: { attempt: 'ASC' } });
  }

  async bind(attempt: CheckoutSession, sessionId: string, url: string | null): Promise<void> {
    await this.source.manager.update(
      CheckoutSession,
      { id: attempt.id, state: 'opening' },
      { sessionId, url, state: 'open' },
    );
  }

  /** Takes over news of a session, unless something newer is known. */
  async advance(
    manager: EntityManager,
    where: { id: string } | { sessionId: string },
    state: CheckoutState,
  ): Promise<void> {
    await manager.update(CheckoutSession, { ...where, state: In([...EARLIER[state]]) }, { state });
  }

  /** Stripe never took it, so nobody can pay by it. */
  async abandon(attempt: CheckoutSession): Promise<void> {
    await this.advance(this.source.manager, { id: attempt.id }, 'expired');
  }

  /** Live attempts whose time is over, for reconciliation; oldest first. */
  overdue(before: Date, limit = 500): Promise<CheckoutSession[]> {
    return this.source.manager
      .createQueryBuilder(CheckoutSession, 'attempt')
      .where('attempt.state in (:...states) and attempt.expires_at < :before', {
        states: [...LIVE_STATES],
        before,
      })
      .orderBy('attempt.expires_at', 'ASC')
      .take(limit)
      .getMany();
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
    const earlier = await manager.countBy(CheckoutSession, { orderId: order.id });
    // Whole seconds: Stripe counts in them, and the same row must give the same request.
    const now = Math.floor(this.clock.now().getTime() / 1000) * 1000;
    return await manager.save(CheckoutSession, {
      id: newId(),
      orderId: order.id,
      attempt: earlier + 1,
      sessionId: null,
      url: null,
      state: 'opening' as const,
      amountPence: order.pricePence,
      customerEmail: order.customerEmail,
      createdAt: new Date(now),
      expiresAt: new Date(now + PAGE_LIVES_MS),
    });
  }
}
