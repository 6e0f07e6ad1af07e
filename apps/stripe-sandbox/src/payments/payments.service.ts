import { Injectable } from '@nestjs/common';
import type Stripe from 'stripe';
import type { SessionDetails } from '../store/session-details.js';
import { SandboxClock } from '../store/sandbox-clock.js';
import { SandboxStore } from '../store/sandbox-store.js';
import { EventLog } from '../webhooks/event-log.js';
import { Balance } from './balance.js';
import { chargeOf, type ChargeFailure } from './charge.factory.js';
import { paymentIntentOf } from './payment-intent.factory.js';

/** Moves payment intents and their charges through their states, and says so in events. */
@Injectable()
export class Payments {
  constructor(
    private readonly store: SandboxStore,
    private readonly clock: SandboxClock,
    private readonly events: EventLog,
    private readonly balance: Balance,
  ) {}

  /** The session's intent, made on the first attempt to pay, as hosted Checkout does. */
  intentFor(session: Stripe.Checkout.Session, details: SessionDetails): Stripe.PaymentIntent {
    const existing =
      typeof session.payment_intent === 'string'
        ? this.store.paymentIntents.get(session.payment_intent)
        : undefined;
    if (existing) {
      // A promotion code may have come or gone since the first attempt.
      existing.amount = session.amount_total ?? existing.amount;
      return existing;
    }
    const intent = this.store.paymentIntents.add(paymentIntentOf(session, details, this.clock.seconds()));
    session.payment_intent = intent.id;
    this.events.emit('payment_intent.created', intent);
    return intent;
  }

  succeed(intent: Stripe.PaymentIntent, method: Stripe.PaymentMethod, authenticated: boolean): Stripe.Charge {
    this.store.paymentMethods.add(method);
    const charge = this.store.charges.add(
      chargeOf(intent, method, 'succeeded', this.clock.seconds(), { authenticated }),
    );
    intent.payment_method = method.id;
    this.received(intent, charge);
    return charge;
  }

  /** The bank said no: the intent waits for another way to pay. */
  decline(intent: Stripe.PaymentIntent, method: Stripe.PaymentMethod, failure: ChargeFailure): void {
    this.store.paymentMethods.add(method);
    const charge = this.store.charges.add(
      chargeOf(intent, method, 'failed', this.clock.seconds(), { failure }),
    );
    this.fail(intent, charge, method, failure);
  }

  /** 3-D Secure begins; the money has not been asked for yet. */
  challenge(intent: Stripe.PaymentIntent, method: Stripe.PaymentMethod, returnUrl: string): void {
    this.store.paymentMethods.add(method);
    intent.payment_method = method.id;
    intent.status = 'requires_action';
    intent.next_action = {
      type: 'redirect_to_url',
      redirect_to_url: { return_url: returnUrl, url: returnUrl },
    };
    this.events.emit('payment_intent.requires_action', intent);
  }

  /** 3-D Secure failed: no charge was made. */
  challengeFailed(intent: Stripe.PaymentIntent, method: Stripe.PaymentMethod): void {
    intent.status = 'requires_payment_method';
    intent.next_action = null;
    intent.payment_method = null;
    intent.last_payment_error = {
      code: 'payment_intent_authentication_failure',
      message:
        'The provided PaymentMethod has failed authentication. You can provide payment_method_data or a new PaymentMethod to attempt to fulfill this PaymentIntent again.',
      payment_method: method,
      type: 'invalid_request_error',
    };
    this.events.emit('payment_intent.payment_failed', intent);
  }

  /** A delayed method was accepted; the money comes later or not at all. */
  beginDelayed(intent: Stripe.PaymentIntent, method: Stripe.PaymentMethod): void {
    this.store.paymentMethods.add(method);
    const charge = this.store.charges.add(chargeOf(intent, method, 'pending', this.clock.seconds()));
    intent.payment_method = method.id;
    intent.latest_charge = charge.id;
    intent.status = 'processing';
    this.events.emit('charge.pending', charge);
    this.events.emit('payment_intent.processing', intent);
  }

  settleDelayed(intent: Stripe.PaymentIntent, succeeded: boolean): void {
    const charge =
      typeof intent.latest_charge === 'string' ? this.store.charges.get(intent.latest_charge) : undefined;
    if (!charge) return;
    if (succeeded) {
      charge.status = 'succeeded';
      charge.amount_captured = charge.amount;
      return this.received(intent, charge);
    }
    const failure = {
      code: 'debit_not_authorized',
      declineCode: 'debit_not_authorized',
      message: 'The bank refused the debit.',
    };
    Object.assign(charge, {
      status: 'failed',
      paid: false,
      captured: false,
      failure_code: failure.code,
      failure_message: failure.message,
    } satisfies Partial<Stripe.Charge>);
    this.fail(intent, charge, this.store.paymentMethods.get(charge.payment_method ?? ''), failure);
  }

  private received(intent: Stripe.PaymentIntent, charge: Stripe.Charge): void {
    intent.latest_charge = charge.id;
    intent.amount_received = charge.amount;
    intent.status = 'succeeded';
    intent.next_action = null;
    intent.last_payment_error = null;
    this.events.emit('charge.succeeded', charge);
    this.events.emit('payment_intent.succeeded', intent);
    // Stripe books the money a moment later and tells so with charge.updated.
    const kind = charge.payment_method_details?.type === 'card' ? 'charge' : 'payment';
    charge.balance_transaction = this.balance.book(kind, charge.id, charge.amount, charge.currency).id;
    this.events.emit('charge.updated', charge, { balance_transaction: null });
  }

  private fail(
    intent: Stripe.PaymentIntent,
    charge: Stripe.Charge,
    method: Stripe.PaymentMethod | undefined,
    failure: ChargeFailure,
  ): void {
    intent.latest_charge = charge.id;
    intent.status = 'requires_payment_method';
    intent.payment_method = null;
    intent.last_payment_error = {
      charge: charge.id,
      code: failure.code,
      decline_code: failure.declineCode,
      message: failure.message,
      ...(method && { payment_method: method }),
      type: 'card_error',
    };
    this.events.emit('charge.failed', charge);
    this.events.emit('payment_intent.payment_failed', intent);
  }
}
