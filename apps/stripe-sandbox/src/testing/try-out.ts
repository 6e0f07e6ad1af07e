import Stripe from 'stripe';
import type { SandboxSettings } from '../options.js';
import { startStripeSandbox, type StripeSandbox } from '../sandbox.js';
import { WebhookCatcher } from './webhook-catcher.js';

const SECRET_KEY = 'sk_test_sandbox';
const WEBHOOK_SECRET = 'whsec_tests';

/** What to change of the usual session; undefined leaves a parameter out, so that its absence can be tried. */
type SessionParams = {
  [Key in keyof Stripe.Checkout.SessionCreateParams]?: Stripe.Checkout.SessionCreateParams[Key] | undefined;
};

/** A sandbox with the real SDK in front of it and a webhook receiver behind it. */
export class TryOut {
  private constructor(
    readonly sandbox: StripeSandbox,
    readonly stripe: Stripe,
    readonly hooks: WebhookCatcher,
  ) {}

  static async start(settings: Partial<SandboxSettings> = {}): Promise<TryOut> {
    const hooks = await WebhookCatcher.start(WEBHOOK_SECRET);
    const sandbox = await startStripeSandbox({
      port: 0,
      secretKey: SECRET_KEY,
      webhookSecret: WEBHOOK_SECRET,
      webhookUrl: hooks.url,
      retryDelaysMs: [5, 10, 20],
      asyncPaymentMs: 20,
      disputeMs: 20,
      ...settings,
    });
    return new TryOut(sandbox, client(sandbox.port, settings.secretKey ?? SECRET_KEY), hooks);
  }

  /** A session for £49, as the shop makes it. */
  session(
    params: SessionParams = {},
    options?: Stripe.RequestOptions,
  ): Promise<Stripe.Response<Stripe.Checkout.Session>> {
    return this.stripe.checkout.sessions.create(
      {
        mode: 'payment',
        line_items: [
          {
            quantity: 1,
            price_data: { currency: 'gbp', unit_amount: 4900, product_data: { name: 'Blueprint' } },
          },
        ],
        success_url: 'http://localhost:3000/order/return?session_id={CHECKOUT_SESSION_ID}',
        cancel_url: 'http://localhost:3000/order/new',
        customer_email: 'ada@example.com',
        ...params,
      } as Stripe.Checkout.SessionCreateParams,
      options,
    );
  }

  /** Posts the pay page's form; what is not named is a card that succeeds. */
  pay(sessionId: string, fields: Readonly<Record<string, string>> = {}): Promise<Response> {
    const form = {
      method: 'card',
      card_number: '4242 4242 4242 4242',
      expiry: '12/40',
      cvc: '123',
      name: 'Ada Lovelace',
      email: 'ada@example.com',
      ...fields,
    };
    return this.post(`/c/pay/${sessionId}`, form);
  }

  post(path: string, form: Readonly<Record<string, string>>): Promise<Response> {
    return fetch(`${this.sandbox.url}${path}`, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams(form),
    });
  }

  /** A call of the control API. */
  async control(path: string, body: object = {}): Promise<unknown> {
    const answer = await fetch(`${this.sandbox.url}/_sandbox${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  }

  /** Pays a new session and gives it back as it is then. */
  async paid(params: SessionParams = {}): Promise<Stripe.Checkout.Session> {
    const { id } = await this.session(params);
    await this.pay(id);
    return this.stripe.checkout.sessions.retrieve(id);
  }

  async close(): Promise<void> {
    await this.sandbox.close();
    await this.hooks.close();
  }
}

/** The real SDK, pointed at a port of this machine. */
export const client = (port: number, key = SECRET_KEY): Stripe =>
  new Stripe(key, {
    host: '127.0.0.1',
    port,
    protocol: 'http',
    maxNetworkRetries: 0,
    timeout: 2_000,
    telemetry: false,
  });
