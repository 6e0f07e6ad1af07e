import { Inject, Injectable, Logger } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type Stripe from 'stripe';
import { DataSource, type EntityManager } from 'typeorm';
import { CLOCK, type Clock } from '@app/kernel';
import { DisputeOutcomes } from './dispute-outcomes.js';
import { RefundRecords } from './refund-records.js';
import { SessionOutcomes } from './session-outcomes.js';
import { findEvent, lockUnhandled, markHandled } from './stripe-event.store.js';
import { StripeGateway } from './stripe-gateway.js';

/** What an event does to our data, given inside the transaction that marks the event done; its result is the event's outcome. */
type Effect = (manager: EntityManager) => Promise<string>;

/**
 * Handles a stored event. The event only says where to look: the truth is fetched from Stripe first, so that old, late or repeated events
 * do no harm. The effect and the mark "handled" are one transaction; if it fails, the event is handled again.
 */
@Injectable()
export class EventHandler {
  private readonly log = new Logger(EventHandler.name);

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly gateway: StripeGateway,
    private readonly sessions: SessionOutcomes,
    private readonly refunds: RefundRecords,
    private readonly disputes: DisputeOutcomes,
  ) {}

  async handle(eventId: string): Promise<void> {
    const stored = await findEvent(this.source.manager, eventId);
    if (!stored || stored.handledAt) return;
    const effect = await this.effectOf(stored.payload as unknown as Stripe.Event);
    const outcome = await this.source.transaction(async (manager) => {
      if (!(await lockUnhandled(manager, eventId))) return 'handled meanwhile';
      const result = await effect(manager);
      await markHandled(manager, eventId, this.clock.now(), result);
      return result;
    });
    this.log.log(`${eventId} (${stored.type}): ${outcome}`);
  }

  /** Everything that must be asked of Stripe is asked here, before any lock is taken. */
  private async effectOf(event: Stripe.Event): Promise<Effect> {
    switch (event.type) {
      case 'checkout.session.completed':
      case 'checkout.session.async_payment_succeeded':
      case 'checkout.session.async_payment_failed':
      case 'checkout.session.expired': {
        const session = await this.gateway.session(event.data.object.id);
        return session
          ? (manager) => this.sessions.apply(manager, session)
          : done('Stripe knows no such session');
      }
      case 'refund.created':
      case 'refund.updated':
      case 'refund.failed':
      case 'charge.refunded': {
        const intent = idOf(event.data.object.payment_intent);
        if (intent === null) return done('a refund without a payment intent is not ours');
        const refunds = await this.gateway.refundsOf(intent);
        return (manager) => this.refunds.take(manager, intent, refunds);
      }
      case 'charge.dispute.created':
      case 'charge.dispute.closed': {
        const dispute = await this.gateway.dispute(event.data.object.id);
        return dispute
          ? (manager) => this.disputes.take(manager, dispute)
          : done('Stripe knows no such dispute');
      }
      case 'radar.early_fraud_warning.created': {
        const warning = await this.gateway.fraudWarning(event.data.object.id);
        return warning
          ? (manager) => this.disputes.fraudWarned(manager, warning)
          : done('Stripe knows no such warning');
      }
      default:
        return done('nothing to do for this type');
    }
  }
}

const done =
  (outcome: string): Effect =>
  () =>
    Promise.resolve(outcome);

export const idOf = (object: string | { id: string } | null | undefined): string | null =>
  object === null || object === undefined ? null : typeof object === 'string' ? object : object.id;
