import { Injectable } from '@nestjs/common';
import type Stripe from 'stripe';
import { SandboxOptions } from '../options.js';
import { Disputes } from '../payments/disputes.service.js';
import type { CardDetails, Payer } from '../payments/payer.js';
import { bacsMethod, cardMethod } from '../payments/payment-method.factory.js';
import { Payments } from '../payments/payments.service.js';
import type { TestAccount } from '../payments/test-accounts.js';
import { SandboxClock } from '../store/sandbox-clock.js';
import { SandboxStore } from '../store/sandbox-store.js';
import type { AsyncOutcome, SessionDetails } from '../store/session-details.js';
import { EventLog } from '../webhooks/event-log.js';
import { refused } from '../wire/stripe-error.js';
import { Discounts } from './discounts.js';
import { customerDetails } from './session.factory.js';
import { idOf } from '../store/ids.js';

export type PayOutcome =
  | { readonly kind: 'complete' }
  | { readonly kind: 'challenge' }
  | { readonly kind: 'declined'; readonly message: string };

/** The life of a Checkout Session after it was made. Nothing here waits, so two posts of one form cannot both charge. */
@Injectable()
export class Checkout {
  constructor(
    private readonly options: SandboxOptions,
    private readonly store: SandboxStore,
    private readonly clock: SandboxClock,
    private readonly events: EventLog,
    private readonly payments: Payments,
    private readonly disputes: Disputes,
    private readonly discounts: Discounts,
  ) {}

  /** Puts a new session (or one read from the state file) under the clock. */
  watch(session: Stripe.Checkout.Session): void {
    if (session.status === 'open')
      this.clock.plan(`expire:${session.id}`, session.expires_at * 1000, () => this.expire(session));
    const pending = this.store.sessionDetails.get(session.id)?.pending;
    if (pending) this.planSettlement(session, pending);
  }

  /** @throws StripeApiError unless the session is open. */
  expire(session: Stripe.Checkout.Session): Stripe.Checkout.Session {
    if (session.status !== 'open') {
      throw refused(
        `Only Checkout Sessions with a status in ["open"] can be expired. This Checkout Session has a status of ${session.status}.`,
        'checkout_session_not_open',
        'session',
      );
    }
    session.status = 'expired';
    session.url = null;
    this.clock.forget(`expire:${session.id}`);
    this.events.emit('checkout.session.expired', session);
    this.store.changed();
    return session;
  }

  payByCard(session: Stripe.Checkout.Session, payer: Payer, card: CardDetails): PayOutcome {
    const details = this.detailsOf(session);
    const intent = this.payments.intentFor(session, details);
    const method = cardMethod(payer, card, this.clock.seconds());
    const behaviour = card.card.behaviour;
    this.store.changed();
    switch (behaviour.kind) {
      case 'declined':
        this.payments.decline(intent, method, behaviour);
        return { kind: 'declined', message: behaviour.message };
      case 'challenge':
        session.customer_details = customerDetails(payer.email, payer.name);
        details.challengedCard = card.card.number;
        this.payments.challenge(intent, method, `${session.url}/challenge`);
        return { kind: 'challenge' };
      case 'succeeds':
      case 'disputed': {
        const charge = this.payments.succeed(intent, method, false);
        this.complete(session, 'paid', payer);
        if (behaviour.kind === 'disputed') this.disputeLater(charge);
        return { kind: 'complete' };
      }
    }
  }

  /** The end of 3-D Secure. */
  answerChallenge(session: Stripe.Checkout.Session, passed: boolean): PayOutcome {
    const details = this.detailsOf(session);
    const intent = this.payments.intentFor(session, details);
    const method = this.store.paymentMethods.get(idOf(intent.payment_method));
    delete details.challengedCard;
    this.store.changed();
    if (!method || !passed) {
      if (method) this.payments.challengeFailed(intent, method);
      return {
        kind: 'declined',
        message: 'We could not confirm your identity. Choose another way to pay, or try again.',
      };
    }
    this.payments.succeed(intent, method, true);
    this.complete(session, 'paid', {
      email: session.customer_details?.email ?? '',
      name: session.customer_details?.name ?? null,
    });
    return { kind: 'complete' };
  }

  /** A delayed payment: the session completes unpaid and is settled later. */
  payByBank(
    session: Stripe.Checkout.Session,
    payer: Payer,
    sortCode: string,
    account: TestAccount,
  ): PayOutcome {
    const details = this.detailsOf(session);
    const intent = this.payments.intentFor(session, details);
    this.payments.beginDelayed(
      intent,
      bacsMethod(payer, sortCode, account.accountNumber, this.clock.seconds()),
    );
    this.complete(session, 'unpaid', payer);
    details.pending = { outcome: account.outcome, at: this.clock.now() + this.options.asyncPaymentMs };
    this.planSettlement(session, details.pending);
    this.store.changed();
    return { kind: 'complete' };
  }

  /** A total of nothing: complete, and no payment intent at all. */
  completeFree(session: Stripe.Checkout.Session, payer: Payer): PayOutcome {
    this.complete(session, 'no_payment_required', payer);
    this.store.changed();
    return { kind: 'complete' };
  }

  /** Settles a delayed payment now. False when none is waiting. */
  settle(session: Stripe.Checkout.Session, outcome: AsyncOutcome): boolean {
    const details = this.detailsOf(session);
    const intent = this.store.paymentIntents.get(idOf(session.payment_intent));
    if (!details.pending || !intent) return false;
    delete details.pending;
    this.clock.forget(`settle:${session.id}`);
    this.payments.settleDelayed(intent, outcome === 'succeed');
    if (outcome === 'succeed') session.payment_status = 'paid';
    this.events.emit(
      outcome === 'succeed'
        ? 'checkout.session.async_payment_succeeded'
        : 'checkout.session.async_payment_failed',
      session,
    );
    this.store.changed();
    return true;
  }

  detailsOf(session: Stripe.Checkout.Session): SessionDetails {
    const details = this.store.sessionDetails.get(session.id);
    if (!details) throw new Error(`The session ${session.id} has lost its details.`);
    return details;
  }

  private complete(
    session: Stripe.Checkout.Session,
    status: Stripe.Checkout.Session.PaymentStatus,
    payer: Payer,
  ): void {
    session.status = 'complete';
    session.payment_status = status;
    session.url = null;
    session.customer_details = customerDetails(payer.email, payer.name);
    this.clock.forget(`expire:${session.id}`);
    this.discounts.redeem(session);
    this.events.emit('checkout.session.completed', session);
  }

  private planSettlement(
    session: Stripe.Checkout.Session,
    pending: NonNullable<SessionDetails['pending']>,
  ): void {
    this.clock.plan(`settle:${session.id}`, pending.at, () => this.settle(session, pending.outcome));
  }

  private disputeLater(charge: Stripe.Charge): void {
    this.clock.plan(`dispute:${charge.id}`, this.clock.now() + this.options.disputeMs, () => {
      // A refund or a dispute by hand may have come first.
      if (charge.disputed || charge.refunded) return;
      this.disputes.open(charge, 'fraudulent');
      this.store.changed();
    });
  }
}
