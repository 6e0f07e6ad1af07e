import { Inject, Injectable, Logger } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { enqueue } from '@app/jobs';
import { CLOCK, type Clock } from '@app/kernel';
import { OrdersService } from '@app/orders';
import { StaffTasks } from '@app/tasks';
import { CheckoutAttempts } from './checkout-attempts.js';
import { MoneyBackComparison } from './money-back-comparison.js';
import { OrderExpiry } from './order-expiry.js';
import { handleEvent } from './payment-job-definitions.js';
import { hasPayment, paymentsBetween } from './payment.store.js';
import { SessionOutcomes } from './session-outcomes.js';
import { unhandledEvents } from './stripe-event.store.js';
import { StripeGateway } from './stripe-gateway.js';

/** How far back both lists are compared: a session lives half an hour, a bank debit takes days. */
const LOOK_BACK_DAYS = 7;
/** Events and sessions younger than this are still on their ordinary way. */
const PATIENCE_MS = 5 * 60_000;

/** What a run found and did; all zero is the ordinary result. */
export interface ReconciliationResult {
  /** Finished sessions in Stripe's list. */
  sessions: number;
  /** Payments that Stripe had and we had not. */
  paymentsRepaired: number;
  /** Payments whose refunds Stripe had otherwise than we. */
  refundsRepaired: number;
  /** Disputes that Stripe had otherwise than we. */
  disputesRepaired: number;
  /** Stored events that had not been handled. */
  eventsQueued: number;
  /** Our pay pages that were over without our knowing. */
  attemptsSettled: number;
  ordersExpired: number;
  /** Payments, refunds and disputes that we have and Stripe has not: each is a task for staff. */
  unexplained: number;
}

/** Compares Stripe's list with ours, and repairs both ways. Safe at any time and any number of times. */
@Injectable()
export class Reconciliation {
  private readonly log = new Logger(Reconciliation.name);

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly orders: OrdersService,
    private readonly tasks: StaffTasks,
    private readonly attempts: CheckoutAttempts,
    private readonly gateway: StripeGateway,
    private readonly outcomes: SessionOutcomes,
    private readonly moneyBack: MoneyBackComparison,
    private readonly expiry: OrderExpiry,
  ) {}

  async run(): Promise<ReconciliationResult> {
    const now = this.clock.now();
    const since = new Date(now.getTime() - LOOK_BACK_DAYS * 86_400_000);
    const patient = new Date(now.getTime() - PATIENCE_MS);
    const eventsQueued = await this.queueUnhandled(patient);
    const { seen, finished, repaired: paymentsRepaired } = await this.takeSessions(since);
    const refunds = await this.moneyBack.compareRefunds(since);
    const disputes = await this.moneyBack.compareDisputes(since);
    const attemptsSettled = await this.settleAttempts(patient);
    const ordersExpired = await this.expireOrders(patient);
    const unexplained =
      (await this.findUnexplained(since, patient, seen)) + refunds.unexplained + disputes.unexplained;
    const result = {
      sessions: finished,
      paymentsRepaired,
      refundsRepaired: refunds.repaired,
      disputesRepaired: disputes.repaired,
      eventsQueued,
      attemptsSettled,
      ordersExpired,
      unexplained,
    };
    if (Object.entries(result).some(([name, count]) => name !== 'sessions' && count > 0))
      this.log.warn(JSON.stringify(result));
    return result;
  }

  private async queueUnhandled(before: Date): Promise<number> {
    const events = await unhandledEvents(this.source.manager, before);
    for (const id of events)
      await enqueue(this.source.manager, handleEvent, { eventId: id }, { key: `stripe-event:${id}` });
    return events.length;
  }

  private async takeSessions(
    since: Date,
  ): Promise<{ seen: Set<string>; finished: number; repaired: number }> {
    const seen = new Set<string>();
    let finished = 0;
    let repaired = 0;
    for await (const session of this.gateway.sessionsSince(since)) {
      seen.add(session.id);
      if (session.status !== 'complete') continue;
      finished += 1;
      const known = await hasPayment(this.source.manager, session.id);
      if (known || session.payment_status === 'unpaid') continue;
      const outcome = await this.source.transaction((manager) => this.outcomes.apply(manager, session));
      this.log.warn(`session ${session.id} had been missed: ${outcome}`);
      repaired += 1;
    }
    return { seen, finished, repaired };
  }

  private async settleAttempts(before: Date): Promise<number> {
    let settled = 0;
    for (const attempt of await this.attempts.overdue(before)) {
      const session = attempt.sessionId === null ? null : await this.gateway.session(attempt.sessionId);
      if (session) await this.source.transaction((manager) => this.outcomes.apply(manager, session));
      else await this.attempts.abandon(attempt);
      const after = await this.attempts.byId(attempt.id);
      if (after?.state !== attempt.state) settled += 1;
    }
    return settled;
  }

  private async expireOrders(before: Date): Promise<number> {
    let expired = 0;
    for (const { id } of await this.orders.unpaidSince(before))
      if (await this.expiry.expire(id)) expired += 1;
    return expired;
  }

  /** The other way: money that we think we have. */
  private async findUnexplained(since: Date, until: Date, seen: ReadonlySet<string>): Promise<number> {
    const payments = await paymentsBetween(this.source.manager, since, until);
    let unexplained = 0;
    for (const payment of payments.filter(({ sessionId }) => !seen.has(sessionId))) {
      const session = await this.gateway.session(payment.sessionId);
      if (session && session.payment_status !== 'unpaid') continue;
      unexplained += 1;
      await this.tasks.raise(this.source.manager, {
        kind: 'payment_not_at_stripe',
        subject: payment.sessionId,
        ...(payment.orderId !== null && { orderId: payment.orderId }),
        summary:
          'We recorded this payment, but Stripe does not have it. Do not deliver before it is explained.',
        data: { sessionId: payment.sessionId, amountPence: payment.amountPence },
      });
    }
    return unexplained;
  }
}
