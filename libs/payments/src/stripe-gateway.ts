import { Injectable } from '@nestjs/common';
import Stripe from 'stripe';
import { Environment } from '@app/config';
import { DomainError } from '@app/kernel';
import { KEY_REFUSED, keyRefusal, lastingRefusal } from './lasting-refusal.js';

/** Said at the field of the order form. */
export const EMAIL_REFUSED =
  'Our payment provider does not take this email address. Please check it, or use another one.';

/** The version whose shapes this code was written against; Stripe answers in it whatever the account's default is. */
const API_VERSION = '2026-10-28.endive';
/** Milliseconds until a call is given up, and how often it is tried again (with back-off and the same idempotency key). */
const TIMEOUT = 10_000;
const RETRIES = 2;

/** Everything needed to tell when and how a session was paid, in one answer. */
const EXPAND = ['payment_intent.latest_charge'];

/** The one place that speaks to Stripe. Never called inside a transaction that holds locks. */
@Injectable()
export class StripeGateway {
  private readonly stripe: Stripe;
  /** Whether the key is for real money. Events and sessions of the other mode are not ours. */
  readonly livemode: boolean;

  constructor(private readonly environment: Environment) {
    this.livemode = /^(sk|rk)_live_/.test(environment.STRIPE_SECRET_KEY);
    this.stripe = new Stripe(environment.STRIPE_SECRET_KEY, {
      apiVersion: API_VERSION,
      timeout: TIMEOUT,
      maxNetworkRetries: RETRIES,
      telemetry: false,
      ...apiAddress(environment.STRIPE_API_URL),
    });
  }

  /** Verifies the signature over the very bytes that arrived. @throws DomainError `webhook_signature_invalid`. */
  verifiedEvent(rawBody: Buffer, signature: string): Stripe.Event {
    try {
      return this.stripe.webhooks.constructEvent(rawBody, signature, this.environment.STRIPE_WEBHOOK_SECRET);
    } catch {
      throw new DomainError(
        'webhook_signature_invalid',
        'The signature does not fit this body, or it is too old.',
      );
    }
  }

  /**
   * @throws DomainError `checkout_request_refused` when Stripe will not take this attempt but may take the next; `checkout_email_refused` when it
   * does not take the address; `checkout_refused` {code, why} when no attempt will do better until a person has seen to it.
   */
  async createSession(
    parameters: Stripe.Checkout.SessionCreateParams,
    idempotencyKey: string,
  ): Promise<Stripe.Checkout.Session> {
    try {
      return await this.ask(() => this.stripe.checkout.sessions.create(parameters, { idempotencyKey }));
    } catch (error) {
      throw checkoutRefusal(error);
    }
  }

  /** Null when Stripe knows no such session. */
  async session(id: string): Promise<Stripe.Checkout.Session | null> {
    return await this.found(() => this.stripe.checkout.sessions.retrieve(id, { expand: EXPAND }));
  }

  /** Closes the pay page. A session that is no longer open stays as it is; the answer says how it is. */
  async expireSession(id: string): Promise<Stripe.Checkout.Session | null> {
    try {
      await this.ask(() => this.stripe.checkout.sessions.expire(id));
    } catch (error) {
      if (!(error instanceof Stripe.errors.StripeInvalidRequestError)) throw error;
    }
    return await this.session(id);
  }

  /** Every session made since then, newest first, however many pages it takes. */
  async *sessionsSince(since: Date): AsyncGenerator<Stripe.Checkout.Session> {
    const created = { gte: Math.floor(since.getTime() / 1000) };
    yield* this.stripe.checkout.sessions.list({
      created,
      limit: 100,
      expand: EXPAND.map((path) => `data.${path}`),
    });
  }

  async *refundsSince(since: Date): AsyncGenerator<Stripe.Refund> {
    yield* this.stripe.refunds.list({ created: { gte: Math.floor(since.getTime() / 1000) }, limit: 100 });
  }

  /** Null when Stripe knows no such refund. */
  async refundById(id: string): Promise<Stripe.Refund | null> {
    return await this.found(() => this.stripe.refunds.retrieve(id));
  }

  async refundsOf(paymentIntentId: string): Promise<Stripe.Refund[]> {
    return await this.ask(() =>
      this.stripe.refunds
        .list({ payment_intent: paymentIntentId, limit: 100 })
        .autoPagingToArray({ limit: 1000 }),
    );
  }

  /** @throws DomainError `refund_refused` {code, why} when Stripe will not make it, now or later. */
  async createRefund(parameters: Stripe.RefundCreateParams, idempotencyKey: string): Promise<Stripe.Refund> {
    try {
      return await this.ask(() => this.stripe.refunds.create(parameters, { idempotencyKey }));
    } catch (error) {
      const refusal = lastingRefusal(error);
      if (!refusal) throw error;
      throw new DomainError('refund_refused', 'Stripe will not make this refund.', { ...refusal });
    }
  }

  /** Null when Stripe knows no such dispute. */
  async dispute(id: string): Promise<Stripe.Dispute | null> {
    return await this.found(() => this.stripe.disputes.retrieve(id));
  }

  async *disputesSince(since: Date): AsyncGenerator<Stripe.Dispute> {
    yield* this.stripe.disputes.list({ created: { gte: Math.floor(since.getTime() / 1000) }, limit: 100 });
  }

  /** Null when Stripe knows no such warning. */
  async fraudWarning(id: string): Promise<Stripe.Radar.EarlyFraudWarning | null> {
    return await this.found(() => this.stripe.radar.earlyFraudWarnings.retrieve(id));
  }

  /** Where Stripe sends events of this account and mode. */
  async webhookEndpoints(): Promise<Stripe.WebhookEndpoint[]> {
    return await this.ask(() =>
      this.stripe.webhookEndpoints.list({ limit: 100 }).autoPagingToArray({ limit: 1000 }),
    );
  }

  private async found<T>(call: () => Promise<T>): Promise<T | null> {
    try {
      return await this.ask(call);
    } catch (error) {
      if (error instanceof Stripe.errors.StripeInvalidRequestError && error.code === 'resource_missing')
        return null;
      throw error;
    }
  }

  /** @throws DomainError `payment_gateway_unavailable` when Stripe cannot be reached, is too busy, or fails on its side. */
  private async ask<T>(call: () => Promise<T>): Promise<T> {
    try {
      return await call();
    } catch (error) {
      if (isStripesFailure(error)) {
        throw new DomainError(
          'payment_gateway_unavailable',
          'Our payment provider does not answer at the moment. Nothing was charged. Please try again in a minute.',
          { cause: error instanceof Error ? error.message : String(error) },
        );
      }
      const refused = keyRefusal(error);
      if (refused)
        throw new DomainError(
          KEY_REFUSED,
          'Our payment provider cannot be used at the moment. Nothing was charged, and our staff have been told.',
          { ...refused },
        );
      throw error;
    }
  }
}

/** What a refused pay page means; an error that is no refusal comes back as it is. */
function checkoutRefusal(error: unknown): unknown {
  const words = 'The pay page could not be opened.';
  if (error instanceof Stripe.errors.StripeIdempotencyError)
    return new DomainError('checkout_request_refused', words, { why: error.message });
  const refusal = lastingRefusal(error);
  if (!refusal) return error;
  // An attempt whose answer was lost may be too old by the time it is asked for again.
  if (refusal.param === 'expires_at')
    return new DomainError('checkout_request_refused', words, { ...refusal });
  if (refusal.param === 'customer_email') return new DomainError('checkout_email_refused', EMAIL_REFUSED);
  return new DomainError(
    'checkout_refused',
    'We cannot take payments at the moment. Nothing was charged, your order is kept, and our staff have been told.',
    { ...refusal },
  );
}

/** Errors that say nothing about our request: trying again later may well succeed. */
function isStripesFailure(error: unknown): boolean {
  const { StripeConnectionError, StripeAPIError, StripeRateLimitError, StripeIdempotencyError } =
    Stripe.errors;
  if (
    error instanceof StripeConnectionError ||
    error instanceof StripeAPIError ||
    error instanceof StripeRateLimitError
  )
    return true;
  // 409: the same request is being answered for somebody else at this moment. 400 would mean that it was not the same.
  return error instanceof StripeIdempotencyError && error.statusCode === 409;
}

function apiAddress(url: string | undefined): Pick<Stripe.StripeConfig, 'host' | 'port' | 'protocol'> {
  if (url === undefined) return {};
  const { hostname, port, protocol } = new URL(url);
  const secure = protocol === 'https:';
  return {
    host: hostname,
    port: port === '' ? (secure ? 443 : 80) : Number(port),
    protocol: secure ? 'https' : 'http',
  };
}
