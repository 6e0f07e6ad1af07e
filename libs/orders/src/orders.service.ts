import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { Environment, sealSecrets } from '@app/config';
import { CLOCK, type Clock, DomainError, hashSecret, newSecret, pence } from '@app/kernel';
import type { OrderActor } from './acts/act.js';
import { ActRunner, mustBeDone } from './acts/act-runner.js';
import { cancel } from './acts/cancel.act.js';
import { confirmAccepted } from './acts/confirm-accepted.act.js';
import { confirmOtherwise } from './acts/confirm-otherwise.act.js';
import { deliver } from './acts/deliver.act.js';
import { erase, type ErasureReason } from './acts/erase.act.js';
import { expire } from './acts/expire.act.js';
import { type MoneyPaid, pay } from './acts/pay.act.js';
import { pause } from './acts/pause.act.js';
import { recordDispute } from './acts/record-dispute.act.js';
import { recordRefund, type RefundNews } from './acts/record-refund.act.js';
import { renewLink } from './acts/renew-link.act.js';
import { resume } from './acts/resume.act.js';
import { startClock } from './acts/start-clock.act.js';
import { emptyBlockerWords } from './blockers/order-blockers.store.js';
import { emptyCorrections } from './correction/corrections.store.js';
import { AccessTokens } from './order/access-token.js';
import type { OrderChoice } from './order/order-choice.entity.js';
import type { OrderConsent } from './order/order-consent.entity.js';
import { choiceOf, consentsOf, consentsTo } from './order/order-consents.store.js';
import type { OrderEvent, OrderEventName } from './order/order-event.entity.js';
import { addEvent, eventsOf } from './order/order-events.store.js';
import type { Order } from './order/order.entity.js';
import { findOrder, liveOrderOn, lockOrder, unpaidOrders } from './order/orders.store.js';
import { type ConsentWording, ConsentWordings } from './placing/consent-wordings.js';
import { type PlacedOrder, type PlaceOrder, placeOrder } from './placing/place-order.js';

export interface PaymentRecord extends MoneyPaid {
  readonly orderId: string;
}

const SYSTEM: OrderActor = { kind: 'system' };

/**
 * The front door of orders. Methods that take an `EntityManager` join the caller's transaction, lock the order, and can be called
 * again without further effect; each is an act, see `acts/`.
 */
@Injectable()
export class OrdersService {
  private readonly tokens: AccessTokens;
  private readonly wordings = ConsentWordings.load();

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly environment: Environment,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly acts: ActRunner,
  ) {
    this.tokens = new AccessTokens(sealSecrets(environment));
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
        acts: this.acts,
      }),
    );
  }

  async recordPaid(
    manager: EntityManager,
    { orderId, ...money }: PaymentRecord,
  ): Promise<'recorded' | 'already' | { refused: string }> {
    const outcome = await this.acts.run(manager, pay, orderId, money, SYSTEM);
    if (outcome.kind === 'refused') return { refused: outcome.why };
    return outcome.kind === 'done' ? 'recorded' : 'already';
  }

  /** The customer's mail server took the contract confirmation; the clock may start. */
  async confirmationAccepted(manager: EntityManager, orderId: string, at: Date): Promise<void> {
    await this.acts.run(manager, confirmAccepted, orderId, { at }, SYSTEM);
    const now = this.clock.now();
    await this.acts.run(manager, startClock, orderId, { now: at > now ? at : now }, SYSTEM);
  }

  /**
   * Staff know that the customer has the confirmation by another way; the clock may start.
   * @throws DomainError `order_not_found`, `order_transition_refused`, `reason_missing`.
   */
  async confirmedOtherwise(orderId: string, how: string, actor: OrderActor): Promise<void> {
    await this.source.transaction(async (manager) => {
      const at = this.clock.now();
      mustBeDone(await this.acts.run(manager, confirmOtherwise, orderId, { how, at }, actor));
      await this.acts.run(manager, startClock, orderId, { now: at }, SYSTEM);
    });
  }

  /** Starts the clock if everything it waits for has happened; before the end of the 14-day wait it waits on. */
  async startClock(manager: EntityManager, orderId: string): Promise<void> {
    await this.acts.run(manager, startClock, orderId, { now: this.clock.now() }, SYSTEM);
  }

  async markDelivered(manager: EntityManager, orderId: string, at: Date): Promise<void> {
    await this.acts.run(manager, deliver, orderId, { at }, SYSTEM);
  }

  /** Money was given back, or came back to us; each movement is told to the customer once. */
  async recordRefunds(manager: EntityManager, orderId: string, news: RefundNews): Promise<void> {
    await this.acts.run(manager, recordRefund, orderId, news, SYSTEM);
  }

  /** @param disputeId Stripe's; the same dispute is told of once. */
  async markDisputed(manager: EntityManager, orderId: string, disputeId: string, at: Date): Promise<void> {
    await this.acts.run(manager, recordDispute, orderId, { disputeId, at }, SYSTEM);
  }

  /** The answers and the blueprint behind an order are gone. */
  async markErased(
    manager: EntityManager,
    { id }: Pick<Order, 'id'>,
    why: ErasureReason,
    at: Date,
  ): Promise<void> {
    await this.acts.run(manager, erase, id, { why, at }, SYSTEM);
    await emptyBlockerWords(manager, id, 'erased with the blueprint');
    await emptyCorrections(manager, id, at);
  }

  /** Writes a line into the order's log without changing the order. */
  async note(
    manager: EntityManager,
    orderId: string,
    name: OrderEventName,
    at: Date,
    data: Record<string, unknown> = {},
  ): Promise<void> {
    await addEvent(manager, orderId, name, at, data);
  }

  /** Only after Stripe was asked: an order with an unfinished payment must not be given up. @returns false when it was not waiting any more. */
  async expire(manager: EntityManager, orderId: string): Promise<boolean> {
    const outcome = await this.acts.run(manager, expire, orderId, { at: this.clock.now() }, SYSTEM);
    return outcome.kind === 'done';
  }

  /**
   * Ends an order before delivery; money paid is given back by a job of the same transaction. A repeat changes nothing.
   * @throws DomainError `order_not_found`, `order_delivered`, `order_transition_refused`.
   */
  async cancel(orderId: string, reason: string, actor: OrderActor = { kind: 'customer' }): Promise<Order> {
    return await this.source.transaction(async (manager) => {
      const outcome = await this.acts.run(manager, cancel, orderId, { reason, at: this.clock.now() }, actor);
      if (outcome.kind !== 'refused') return outcome.order;
      const words =
        outcome.code === 'order_transition_refused' ? `Not cancelled: ${outcome.why}.` : outcome.why;
      throw new DomainError(outcome.code, words);
    });
  }

  /**
   * Stops the clock until the customer answers; they are asked by email. A repeat changes nothing.
   * @throws DomainError `order_not_found`, `order_transition_refused`, `reason_missing`.
   */
  async pause(orderId: string, input: { reason: string; message: string }, actor: OrderActor): Promise<void> {
    await this.source.transaction(async (manager) => {
      const at = this.clock.now();
      mustBeDone(await this.acts.run(manager, pause, orderId, { ...input, at }, actor));
    });
  }

  /** The clock runs on, and the promise moves by the paused business time. A repeat changes nothing. @throws DomainError `order_not_found` */
  async resume(orderId: string, actor: OrderActor): Promise<void> {
    await this.source.transaction(async (manager) => {
      mustBeDone(await this.acts.run(manager, resume, orderId, { at: this.clock.now() }, actor));
    });
  }

  byId(id: string): Promise<Order | null> {
    return findOrder(this.source.manager, { id });
  }

  byReference(reference: string): Promise<Order | null> {
    return findOrder(this.source.manager, { reference: reference.trim().toUpperCase() });
  }

  /** By the secret of the status page's address. */
  async byAccessToken(token: string): Promise<Order | null> {
    if (!/^[\w-]{43}$/.test(token)) return null;
    return await findOrder(this.source.manager, { accessTokenHash: hashSecret(token) });
  }

  /** The order locked for the rest of the caller's transaction, or null when there is none. */
  async lock(manager: EntityManager, id: string): Promise<Order | null> {
    return await lockOrder(manager, id);
  }

  /** The order that an assessment has under way or paid, or null. */
  liveFor(assessmentId: string): Promise<Order | null> {
    return liveOrderOn(this.source.manager, assessmentId);
  }

  events(orderId: string): Promise<OrderEvent[]> {
    return eventsOf(this.source.manager, orderId);
  }

  /** The consents to the choice in force: once an order is paid, those that count. */
  async consents({ choiceId }: Pick<Order, 'choiceId'>): Promise<OrderConsent[]> {
    return choiceId === null ? [] : await consentsTo(this.source.manager, choiceId);
  }

  /** Every consent ever given for an order, oldest first; each names the choice it was given with. */
  consentsGiven(orderId: string): Promise<OrderConsent[]> {
    return consentsOf(this.source.manager, orderId);
  }

  choice(orderId: string, choiceId: string): Promise<OrderChoice | null> {
    return choiceOf(this.source.manager, orderId, choiceId);
  }

  /** Orders that nobody has paid in time and that have not been let go yet; oldest first. */
  unpaidSince(expiredBefore: Date, limit = 500): Promise<Order[]> {
    return unpaidOrders(this.source.manager, expiredBefore, limit);
  }

  /** The secret part of the status page's address. */
  accessToken(order: Pick<Order, 'id' | 'accessTokenSealed'>): string {
    return this.tokens.open(order.accessTokenSealed, order.id);
  }

  /**
   * Moves the order's page to a new address; every earlier one opens nothing any more.
   * @returns the secret part of the new address. @throws DomainError `order_not_found`
   */
  async renewLink(manager: EntityManager, orderId: string, actor: OrderActor): Promise<string> {
    const token = newSecret();
    const secret = {
      accessTokenHash: hashSecret(token),
      accessTokenSealed: this.tokens.seal(token, orderId),
    };
    mustBeDone(await this.acts.run(manager, renewLink, orderId, { ...secret, at: this.clock.now() }, actor));
    return token;
  }

  /** After a change of APP_SECRET: seals the secrets of all orders anew. @returns how many. */
  resealTokens(): Promise<number> {
    return this.tokens.reseal(this.source);
  }

  /** Where the customer follows the order. Holds a secret: it belongs in their emails and browser, never in a log. */
  statusUrl(order: Pick<Order, 'id' | 'accessTokenSealed'>): string {
    return `${this.environment.SITE_URL.replace(/\/$/, '')}/orders/${this.accessToken(order)}`;
  }
}
