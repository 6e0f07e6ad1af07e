import type Stripe from 'stripe';
import { TryOut } from '../../../apps/stripe-sandbox/src/testing/try-out.js';

type Session = Stripe.Checkout.Session;
/** Nothing of it is expanded. */
type PaidSession = Session & { payment_intent: string };

/** The seller's account at the local Stripe: what customers do on its pay page, the seller in its dashboard, banks, and its faults. It sends no webhook. */
export class StripeAccount {
  private constructor(private readonly stand: TryOut) {}

  static async open(): Promise<StripeAccount> {
    return new StripeAccount(await TryOut.start({ webhookUrl: undefined, asyncPaymentMs: 3_600_000 }));
  }

  async close(): Promise<void> {
    await this.stand.close();
  }

  get url(): string {
    return this.stand.sandbox.url;
  }

  get api(): Stripe {
    return this.stand.stripe;
  }

  /** A call of the sandbox's control API. */
  async control<T = unknown>(path: string, body: object = {}): Promise<T> {
    return (await this.stand.control(path, body)) as T;
  }

  session(id: string): Promise<Session> {
    return this.api.checkout.sessions.retrieve(id);
  }

  async sessionCount(): Promise<number> {
    return (await this.api.checkout.sessions.list().autoPagingToArray({ limit: 1000 })).length;
  }

  /** The customer pays on the pay page, by a card that succeeds unless `fields` say otherwise. Gives the session as it is then. */
  async pay(id: string, fields: Readonly<Record<string, string>> = {}): Promise<PaidSession> {
    const answer = await this.stand.pay(id, fields);
    if (answer.status !== 303) throw new Error(`the pay page answered ${answer.status}`);
    return (await this.session(id)) as PaidSession;
  }

  /** Makes a session say what Stripe would not say of it. */
  alter(id: string, changes: object): Promise<Session> {
    return this.control(`/sessions/${id}/alter`, changes);
  }

  /** The first refund is the oldest. */
  async refundsOf(paymentIntent: string): Promise<Stripe.Refund[]> {
    return (await this.api.refunds.list({ payment_intent: paymentIntent })).data.reverse();
  }

  /** Somebody refunds in the dashboard. */
  refund(paymentIntent: string, amount: number): Promise<Stripe.Refund> {
    return this.api.refunds.create({ payment_intent: paymentIntent, amount });
  }

  /** The next call of `method` under `path` fails, and the SDK is told not to try again. */
  async failNext(method: 'GET' | 'POST', path: string, status: number | string = 503): Promise<void> {
    await this.control('/fail-next', { method, path: `/v1/${path}`, status, final: true });
  }
}
