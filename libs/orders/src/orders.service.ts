import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager, In, LessThan } from 'typeorm';
import { Environment } from '@app/config';
import { enqueue } from '@app/jobs';
import { CLOCK, type Clock, DomainError, hashSecret, pence, type Pence } from '@app/kernel';
import { AccessTokens } from './access-token.js';
import { type ConsentWording, ConsentWordings } from './consent-wordings.js';
import { startClockWhenDue } from './order-clock.js';
import {
  sendConfirmation,
  settleCancellation,
  tellCancelled,
  tellRefunded,
} from './order-job-definitions.js';
import { lockOrder, logEvent, moveOrder } from './order-log.js';
import { Order } from './order.entity.js';
import { OrderConsent } from './order-consent.entity.js';
import { OrderEvent, type OrderEventName } from './order-event.entity.js';
import { type PlacedOrder, type PlaceOrder, placeOrder } from './place-order.js';
import { StaffTasks } from '@app/tasks';

export interface PaymentRecord {
  readonly orderId: string;
  /** What was paid, after any promotion code. */
  readonly amount: Pence;
  readonly at: Date;
}

/**
 * The one writer of orders. Methods that take an `EntityManager` join the caller's transaction, lock the order, and can be called
 * again without further effect.
 */
@Injectable()
export class OrdersService {
  private readonly tokens: AccessTokens;
  private readonly wordings = ConsentWordings.load();

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly environment: Environment,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly tasks: StaffTasks,
  ) {
    this.tokens = new AccessTokens(environment.APP_SECRET);
  }

  /** The consents as they must be shown and ticked now. */
  get consentWording(): ConsentWording {
    return this.wordings.current;
  }

  /**
   * Idempotent on the form's token, and one live order per assessment. @throws DomainError `order_details_invalid`, `consents_missing`,
   * `order_exists_paid` {orderId}, `order_form_used`.
   */
  async place(input: PlaceOrder): Promise<PlacedOrder> {
    return await this.source.transaction((manager) =>
      placeOrder(manager, input, {
        tokens: this.tokens,
        wording: this.wordings.current,
        price: pence(this.environment.PRICE_PENCE),
        now: this.clock.now(),
      }),
    );
  }

  /**
   * The money is there. An order that had expired is revived, unless another live order has taken its place: then the customer would
   * have paid for two.
   */
  async recordPaid(
    manager: EntityManager,
    { orderId, amount, at }: PaymentRecord,
  ): Promise<'recorded' | 'already' | { refused: string }> {
    const order = await lockOrder(manager, orderId);
    if (order.state === 'paid') return 'already';
    if (order.state === 'expired' && (await this.hasOtherLiveOrder(manager, order))) {
      return { refused: 'the order had expired and a newer one has taken its place' };
    }
    const moved = await moveOrder(manager, order, 'pay', { paidAt: at, paidPence: amount, expiredAt: null });
    if (moved !== 'moved') return moved;
    if (order.state === 'expired')
      await logEvent(manager, orderId, 'revived', at, { expiredAt: order.expiredAt });
    await logEvent(manager, orderId, 'paid', at, { amountPence: amount });
    await enqueue(manager, sendConfirmation, { orderId }, { key: `confirm:${orderId}` });
    return 'recorded';
  }

  /** The customer's mail server took the contract confirmation; the clock may start. */
  async confirmationAccepted(manager: EntityManager, orderId: string, at: Date): Promise<void> {
    const order = await lockOrder(manager, orderId);
    if (!order.confirmationAcceptedAt) {
      await manager.update(Order, { id: orderId }, { confirmationAcceptedAt: at });
      order.confirmationAcceptedAt = at;
      await logEvent(manager, orderId, 'confirmation_accepted', at);
    }
    await startClockWhenDue(manager, order, latest(at, this.clock.now()));
  }

  /** Starts the clock if everything it waits for has happened; before the end of the 14-day wait it waits on. */
  async startClock(manager: EntityManager, orderId: string): Promise<void> {
    await startClockWhenDue(manager, await lockOrder(manager, orderId), this.clock.now());
  }

  async markDelivered(manager: EntityManager, orderId: string, at: Date): Promise<void> {
    const order = await lockOrder(manager, orderId);
    if (order.deliveredAt) return;
    await manager.update(Order, { id: orderId }, { deliveredAt: at });
    await logEvent(manager, orderId, 'delivered', at, {
      inTime: order.promiseAt === null ? null : at <= order.promiseAt,
    });
    if (order.state !== 'paid') {
      await this.tasks.raise(manager, {
        kind: 'delivered_after_cancellation',
        subject: orderId,
        orderId,
        summary: `Order ${order.reference} was cancelled while its blueprint was on its way. The money is given back; tell the customer they may keep it.`,
      });
    }
  }

  /**
   * @param totalRefunded everything given back so far, not this refund alone. A full refund before delivery also ends the order: work
   * that nobody pays for is not sent.
   */
  async markRefunded(manager: EntityManager, orderId: string, totalRefunded: Pence, at: Date): Promise<void> {
    const order = await lockOrder(manager, orderId);
    if (order.refundedPence === totalRefunded) return;
    const less = totalRefunded < order.refundedPence;
    await manager.update(
      Order,
      { id: orderId },
      { refundedPence: totalRefunded, refundedAt: totalRefunded === 0 ? null : (order.refundedAt ?? at) },
    );
    await logEvent(manager, orderId, less ? 'refund_failed' : 'refunded', at, { totalPence: totalRefunded });
    if (!less)
      await enqueue(
        manager,
        tellRefunded,
        { orderId, amountPence: totalRefunded - order.refundedPence, totalPence: totalRefunded },
        { key: `tell-refunded:${orderId}:${totalRefunded}` },
      );
    const inFull = order.paidPence !== null && order.paidPence > 0 && totalRefunded >= order.paidPence;
    if (inFull && order.state === 'paid' && !order.deliveredAt) {
      await moveOrder(manager, order, 'cancel', { cancelledAt: at });
      await logEvent(manager, orderId, 'cancelled', at, { reason: 'refunded in full before delivery' });
    }
  }

  /** A dispute was opened. It stays on record when it ends. */
  async markDisputed(manager: EntityManager, orderId: string, at: Date): Promise<void> {
    const order = await lockOrder(manager, orderId);
    if (order.disputedAt) return;
    await manager.update(Order, { id: orderId }, { disputedAt: at });
    await logEvent(manager, orderId, 'disputed', at);
  }

  /**
   * The answers and the blueprint behind a locked order are gone; what says what they were about goes with them. The sale stays on record.
   * @param why whose wish it was: the customer's, or the end of the time we keep them.
   */
  async markErased(
    manager: EntityManager,
    { id, erasedAt }: Order,
    why: 'asked' | 'time_over',
    at: Date,
  ): Promise<void> {
    if (erasedAt) return;
    await manager.update(Order, { id }, { erasedAt: at, occupationTitle: ERASED_TITLE });
    await logEvent(manager, id, 'data_erased', at, { why });
  }

  /** Writes a line into the order's log without changing the order. */
  async note(
    manager: EntityManager,
    orderId: string,
    name: OrderEventName,
    at: Date,
    data: Record<string, unknown> = {},
  ): Promise<void> {
    await logEvent(manager, orderId, name, at, data);
  }

  /** Only after Stripe was asked: an order with an unfinished payment must not be given up. @returns false when it was not waiting any more. */
  async expire(manager: EntityManager, orderId: string): Promise<boolean> {
    const order = await lockOrder(manager, orderId);
    const at = this.clock.now();
    if ((await moveOrder(manager, order, 'expire', { expiredAt: at })) !== 'moved') return false;
    await logEvent(manager, orderId, 'expired', at);
    return true;
  }

  /**
   * Ends an order before delivery; money paid is given back by a job of the same transaction. A repeat changes nothing.
   * @throws DomainError `order_not_found`, `order_delivered`, `order_transition_refused`.
   */
  async cancel(orderId: string, reason: string): Promise<Order> {
    return await this.source.transaction(async (manager) => {
      const order = await lockOrder(manager, orderId);
      if (order.state === 'cancelled') return order;
      if (order.deliveredAt)
        throw new DomainError(
          'order_delivered',
          'The blueprint has been delivered, so the order can no longer be cancelled here.',
        );
      const at = this.clock.now();
      const moved = await moveOrder(manager, order, 'cancel', { cancelledAt: at });
      if (moved !== 'moved')
        throw new DomainError('order_transition_refused', `Not cancelled: ${moved.refused}.`);
      await logEvent(manager, orderId, 'cancelled', at, { reason });
      await enqueue(manager, settleCancellation, { orderId }, { key: `settle-cancellation:${orderId}` });
      if (order.paidAt)
        await enqueue(manager, tellCancelled, { orderId }, { key: `tell-cancelled:${orderId}` });
      return Object.assign(order, { state: 'cancelled' as const, cancelledAt: at });
    });
  }

  byId(id: string): Promise<Order | null> {
    return this.source.manager.findOneBy(Order, { id });
  }

  byReference(reference: string): Promise<Order | null> {
    return this.source.manager.findOneBy(Order, { reference: reference.trim().toUpperCase() });
  }

  /** By the secret of the status page's address. */
  async byAccessToken(token: string): Promise<Order | null> {
    if (!/^[\w-]{43}$/.test(token)) return null;
    return await this.source.manager.findOneBy(Order, { accessTokenHash: hashSecret(token) });
  }

  /** The order locked for the rest of the caller's transaction, or null when there is none. */
  async lock(manager: EntityManager, id: string): Promise<Order | null> {
    return await manager.findOne(Order, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** The order that an assessment has under way or paid, or null. */
  liveFor(assessmentId: string): Promise<Order | null> {
    return this.source.manager.findOneBy(Order, { assessmentId, state: In(['awaiting_payment', 'paid']) });
  }

  events(orderId: string): Promise<OrderEvent[]> {
    return this.source.manager.find(OrderEvent, { where: { orderId }, order: { id: 'ASC' } });
  }

  consents(orderId: string): Promise<OrderConsent[]> {
    return this.source.manager.find(OrderConsent, { where: { orderId }, order: { kind: 'DESC' } });
  }

  /** Orders that nobody has paid in time and that have not been let go yet; oldest first. */
  unpaidSince(expiredBefore: Date, limit = 500): Promise<Order[]> {
    return this.source.manager.find(Order, {
      where: { state: 'awaiting_payment', expiresAt: LessThan(expiredBefore) },
      order: { expiresAt: 'ASC' },
      take: limit,
    });
  }

  /** The secret part of the status page's address. */
  accessToken(order: Pick<Order, 'id' | 'accessTokenSealed'>): string {
    return this.tokens.open(order.accessTokenSealed, order.id);
  }

  /** Where the customer follows the order. Holds a secret: it belongs in their emails and browser, never in a log. */
  statusUrl(order: Pick<Order, 'id' | 'accessTokenSealed'>): string {
    return `${this.environment.SITE_URL.replace(/\/$/, '')}/orders/${this.accessToken(order)}`;
  }

  private async hasOtherLiveOrder(manager: EntityManager, order: Order): Promise<boolean> {
    const others: unknown[] = await manager.query(
      `select 1 from orders where assessment_id = $1 and id <> $2 and state in ('awaiting_payment', 'paid') limit 1`,
      [order.assessmentId, order.id],
    );
    return others.length > 0;
  }
}

/** Stands where the occupation stood; the column is never empty. */
const ERASED_TITLE = 'Erased';

const latest = (a: Date, b: Date): Date => (a > b ? a : b);
