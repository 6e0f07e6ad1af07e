import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Environment } from '@app/config';
import { CLOCK, type Clock, DomainError } from '@app/kernel';
import { type Order, OrdersService, type StartChoice } from '@app/orders';
import { CheckoutRefusals } from './checkout-refusals.js';
import { CheckoutAttempts } from './checkout-attempts.js';
import { checkoutKey, checkoutParameters } from './checkout-parameters.js';
import type { CheckoutSession } from './checkout-session.entity.js';
import { SessionOutcomes } from './session-outcomes.js';
import { StripeGateway } from './stripe-gateway.js';

/** A page with less left than this is replaced: nobody types a card number in a minute. */
const WORTH_REUSING_MS = 2 * 60_000;
/** Each round either answers or ends one attempt; more rounds than this mean that something is wrong. */
const ROUNDS = 4;

/** Stripe will not take the attempt: another may do, the address must change, or a person must see to it. */
const REFUSED: readonly string[] = ['checkout_request_refused', 'checkout_email_refused', 'checkout_refused'];

/** Leads a customer to Stripe's pay page and back. */
@Injectable()
export class CheckoutService {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly environment: Environment,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly orders: OrdersService,
    private readonly attempts: CheckoutAttempts,
    private readonly gateway: StripeGateway,
    private readonly outcomes: SessionOutcomes,
    private readonly refusals: CheckoutRefusals,
  ) {}

  /**
   * The address of the pay page: the open one if it is still good, else a new one.
   * @throws DomainError `order_not_found`, `order_exists_paid`, `checkout_closed`, `checkout_pending` (a bank is still deciding),
   * `payment_gateway_unavailable`, and for good `checkout_email_refused`, `checkout_refused` (a task for staff), `payment_gateway_refused`.
   */
  async open(orderId: string): Promise<{ url: string }> {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { attempt, order } = await this.attempts.liveOrNew(orderId);
      const url =
        attempt.state === 'opening' ? await this.create(attempt, order) : await this.reuse(attempt, order);
      if (url !== null) return { url };
    }
    throw new DomainError(
      'payment_gateway_unavailable',
      'The pay page could not be opened. Nothing was charged. Please try again in a minute.',
    );
  }

  /**
   * What the success page does: asks Stripe how the session stands and takes that over, exactly as the webhook would. When Stripe does not
   * answer, the order comes back as it is; the webhook or the next look confirms it.
   * @throws DomainError `order_not_found` when it is no session of ours.
   */
  async confirm(sessionId: string): Promise<Order> {
    if (!/^cs_\w{1,200}$/.test(sessionId)) throw unknownOrder();
    const orderId = await this.takeOver(sessionId).catch(async (error: unknown) => {
      if (!(error instanceof DomainError) || !error.code.startsWith('payment_gateway_')) throw error;
      return (await this.attempts.bySession(sessionId))?.orderId;
    });
    const order = orderId === undefined ? null : await this.orders.byId(orderId);
    if (!order) throw unknownOrder();
    return order;
  }

  /** Asks Stripe about the pay page an order has open, if any; for a customer who waits in front of the status page. */
  async refresh(orderId: string): Promise<void> {
    const attempt = await this.attempts.live(this.source.manager, orderId);
    if (attempt?.sessionId) await this.takeOver(attempt.sessionId);
  }

  /** The order of a pay page that somebody came back from without paying. */
  async orderOfAttempt(attemptId: string): Promise<Order | null> {
    if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(attemptId)) return null;
    const attempt = await this.attempts.byId(attemptId);
    return attempt === null ? null : await this.orders.byId(attempt.orderId);
  }

  /** How paying stands, for the status page: is a bank still deciding, and did the last try fail? */
  async payPageState(orderId: string): Promise<'none' | 'open' | 'pending' | 'failed' | 'expired' | 'paid'> {
    const last = (await this.attempts.forOrder(orderId)).at(-1);
    if (!last) return 'none';
    if (last.state === 'opening') return 'none';
    return last.state === 'open' && last.expiresAt <= this.clock.now() ? 'expired' : last.state;
  }

  /** The start that was chosen for the payment under way; undefined when none is. */
  async payingFor(orderId: string): Promise<StartChoice | undefined> {
    const attempt = await this.attempts.live(this.source.manager, orderId);
    if (!attempt?.choiceId) return undefined;
    return (await this.orders.choice(orderId, attempt.choiceId))?.startChoice;
  }

  /** @returns the order the session names, or undefined. */
  private async takeOver(sessionId: string): Promise<string | undefined> {
    const session = await this.gateway.session(sessionId);
    if (session) await this.source.transaction((manager) => this.outcomes.apply(manager, session));
    return session?.metadata?.['order_id'] ?? session?.client_reference_id ?? undefined;
  }

  private async create(attempt: CheckoutSession, order: Order): Promise<string | null> {
    const page = {
      siteUrl: this.environment.SITE_URL,
      promotionCodes: this.environment.PROMOTION_CODES,
      orderReference: order.reference,
    };
    try {
      const session = await this.gateway.createSession(
        checkoutParameters(attempt, page),
        checkoutKey(attempt),
      );
      await this.attempts.bind(attempt, session.id, session.url);
      await this.refusals.over();
      // Asked for before the order was put right: nobody has seen its page, and the next round closes it.
      return fits(attempt, order) ? session.url : null;
    } catch (error) {
      if (!(error instanceof DomainError) || !REFUSED.includes(error.code)) throw error;
      // Stripe will never take this attempt, so nobody has seen its page.
      await this.attempts.abandon(attempt);
      if (error.code === 'checkout_request_refused') return null;
      if (error.code === 'checkout_refused') await this.refusals.tell(error);
      throw error;
    }
  }

  /** @returns null when this session can no longer be used; its row then says so and the next round opens another. */
  private async reuse(attempt: CheckoutSession, order: Order): Promise<string | null> {
    const { sessionId } = attempt;
    if (sessionId === null) throw new DomainError('checkout_pending', 'A payment is under way.');
    let session = await this.gateway.session(sessionId);
    if (session?.status === 'open') {
      const left = attempt.expiresAt.getTime() - this.clock.now().getTime();
      if (fits(attempt, order) && left > WORTH_REUSING_MS && session.url) return session.url;
      session = await this.gateway.expireSession(sessionId);
    }
    if (session === null) {
      await this.attempts.abandon(attempt);
      return null;
    }
    const found = session;
    await this.source.transaction((manager) => this.outcomes.apply(manager, found));
    if (
      found.status === 'complete' &&
      found.payment_status === 'unpaid' &&
      (await this.payPageState(order.id)) === 'pending'
    ) {
      throw new DomainError(
        'checkout_pending',
        'Your bank has not told us yet whether it pays. You do not need to pay again.',
      );
    }
    return null;
  }
}

/** Whether the pay page is for what the order says by now. */
const fits = (attempt: CheckoutSession, order: Order): boolean =>
  attempt.amountPence === order.pricePence &&
  attempt.customerEmail === order.customerEmail &&
  attempt.choiceId === order.choiceId;

const unknownOrder = (): DomainError => new DomainError('order_not_found', 'There is no such order.');
