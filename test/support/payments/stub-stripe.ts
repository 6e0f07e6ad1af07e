import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Stripe from 'stripe';

type Json = Record<string, unknown>;

export interface StubSession extends Json {
  id: string;
  status: 'open' | 'complete' | 'expired';
  payment_status: string;
  amount_total: number;
  currency: string;
}

/**
 * Just enough of Stripe's API for the tests of this lib: it keeps sessions and refunds, honours idempotency keys, and can be told to fail.
 * What a customer or the dashboard does is called on it directly. The whole conversation, pay page and webhooks included, is tested
 * against the sandbox in `test/faults`.
 */
export class StubStripe {
  readonly sessions = new Map<string, StubSession>();
  readonly refunds: Json[] = [];
  /** Disputes and early fraud warnings, by their id. */
  readonly others = new Map<string, Json>();
  readonly requests: string[] = [];
  private readonly answered = new Map<string, { body: string; status: number; answer: Json }>();
  private failures: { status: number; afterEffect: boolean; error?: Json }[] = [];
  private server: Server | undefined;

  async start(): Promise<string> {
    const server = createServer((request, response) => {
      void this.answer(request).then(({ status, answer }) => {
        response
          .writeHead(status, { 'content-type': 'application/json', 'stripe-should-retry': 'false' })
          .end(JSON.stringify(answer));
      });
    });
    this.server = server;
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server?.closeAllConnections();
    await new Promise((closed) => this.server?.close(closed));
  }

  /** The next request fails; with `afterEffect` only its answer is lost. */
  failNext(status = 503, afterEffect = false): void {
    this.failures.push({ status, afterEffect });
  }

  /** The request before those that fail goes well. */
  passNext(): void {
    this.failures.push({ status: 0, afterEffect: false });
  }

  /** What somebody else did at that very moment. */
  onRefusal: () => void = () => undefined;

  /** The next request is refused, in Stripe's words. */
  refuseNext(status: number, error: Json): void {
    this.failures.push({ status, afterEffect: false, error });
  }

  /** The customer pays on the pay page. */
  pay(id: string, { at = new Date(), ...changes }: { at?: Date } & Json = {}): StubSession {
    const intent = `pi_${id.slice(3)}`;
    return this.change(id, {
      status: 'complete',
      payment_status: 'paid',
      payment_intent: {
        id: intent,
        status: 'succeeded',
        latest_charge: { id: `ch_${intent}`, created: Math.floor(at.getTime() / 1000) },
      },
      ...changes,
    });
  }

  change(id: string, changes: Json): StubSession {
    const session = this.sessions.get(id);
    if (!session) throw new Error(`no session ${id}`);
    return Object.assign(session, changes);
  }

  /** Somebody refunds in the dashboard. */
  refundInDashboard(paymentIntent: string, amount: number, status = 'succeeded'): Json {
    const refund = {
      id: `re_${token()}`,
      object: 'refund',
      payment_intent: paymentIntent,
      amount,
      status,
      created: seconds(),
      metadata: {},
    };
    this.refunds.push(refund);
    return refund;
  }

  /** Raw bytes and signature as Stripe would send them. */
  static webhook(
    type: string,
    object: Json,
    secret: string,
    { livemode = false, id = `evt_${token()}`, indent = 0 } = {},
  ): { id: string; body: Buffer; signature: string } {
    const payload = JSON.stringify(
      { id, object: 'event', type, livemode, created: seconds(), data: { object } },
      null,
      indent,
    );
    return { id, body: Buffer.from(payload), signature: StubStripe.sign(payload, secret) };
  }

  static sign(payload: string, secret: string, timestamp = seconds()): string {
    return new Stripe('sk_test_stub').webhooks.generateTestHeaderString({ payload, secret, timestamp });
  }

  private async answer(request: IncomingMessage): Promise<{ status: number; answer: Json }> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString();
    const url = new URL(request.url ?? '/', 'http://stub');
    this.requests.push(`${request.method} ${url.pathname}`);
    const failure = this.failures.shift();
    if (failure?.error) {
      this.onRefusal();
      this.onRefusal = () => undefined;
      return { status: failure.status, answer: { error: failure.error } };
    }
    if (failure && failure.status > 0 && !failure.afterEffect)
      return problem(failure.status, 'api_error', 'The stub was told to fail.');
    const key = request.headers['idempotency-key'];
    const earlier = typeof key === 'string' ? this.answered.get(key) : undefined;
    if (earlier && earlier.body !== body)
      return problem(400, 'idempotency_error', 'Keys can only be used with the same parameters.');
    const result = earlier ?? this.route(request.method ?? 'GET', url, new URLSearchParams(body));
    if (typeof key === 'string') this.answered.set(key, { body, ...result });
    if (failure && failure.status > 0) return problem(failure.status, 'api_error', 'The answer was lost.');
    return result;
  }

  private route(method: string, url: URL, body: URLSearchParams): { status: number; answer: Json } {
    const [, , first, second, id, action] = url.pathname.split('/');
    const ok = (answer: Json): { status: number; answer: Json } => ({ status: 200, answer });
    if (first === 'checkout' && second === 'sessions') {
      if (method === 'POST' && id === undefined) return ok(this.create(body));
      if (id === undefined)
        return ok({
          object: 'list',
          data: [...this.sessions.values()].reverse(),
          has_more: false,
          url: url.pathname,
        });
      const session = this.sessions.get(id);
      if (!session) return problem(404, 'invalid_request_error', 'No such session', 'resource_missing');
      if (action === 'expire' && session.status !== 'open')
        return problem(400, 'invalid_request_error', 'Only open sessions can be expired.');
      if (action === 'expire') session.status = 'expired';
      return ok(session);
    }
    if (first === 'refunds' && method === 'POST') {
      const refund = this.refundInDashboard(body.get('payment_intent') ?? '', Number(body.get('amount')));
      return ok(
        Object.assign(refund, {
          metadata: Object.fromEntries(
            ['reason', 'request'].map((name) => [name, body.get(`metadata[${name}]`) ?? '']),
          ),
        }),
      );
    }
    if (first === 'disputes' && second === undefined)
      return ok({
        object: 'list',
        data: [...this.others.values()].filter(({ object }) => object === 'dispute').reverse(),
        has_more: false,
        url: url.pathname,
      });
    if (first === 'disputes' || first === 'radar') {
      const other = this.others.get((first === 'radar' ? id : second) ?? '');
      return other ? ok(other) : problem(404, 'invalid_request_error', 'No such object', 'resource_missing');
    }
    if (first === 'refunds' && second !== undefined) {
      const refund = this.refunds.find(({ id: one }) => one === second);
      return refund
        ? ok(refund)
        : problem(404, 'invalid_request_error', 'No such refund', 'resource_missing');
    }
    const intent = url.searchParams.get('payment_intent');
    const data = this.refunds.filter((refund) => intent === null || refund['payment_intent'] === intent);
    return ok({ object: 'list', data, has_more: false, url: url.pathname });
  }

  private create(body: URLSearchParams): StubSession {
    const id = `cs_test_${token()}`;
    const amount = Number(body.get('line_items[0][price_data][unit_amount]'));
    const session: StubSession = {
      id,
      object: 'checkout.session',
      url: `http://stub/pay/${id}`,
      status: 'open',
      payment_status: 'unpaid',
      payment_intent: null,
      livemode: false,
      currency: body.get('line_items[0][price_data][currency]') ?? '',
      amount_total: amount,
      amount_subtotal: amount,
      total_details: { amount_discount: 0 },
      allow_promotion_codes: body.get('allow_promotion_codes') === 'true',
      client_reference_id: body.get('client_reference_id'),
      metadata: { order_id: body.get('metadata[order_id]') },
      customer_email: body.get('customer_email'),
      expires_at: Number(body.get('expires_at')),
      created: seconds(),
    };
    this.sessions.set(id, session);
    return session;
  }
}

const token = (): string => randomBytes(9).toString('hex');
const seconds = (): number => Math.floor(Date.now() / 1000);
const problem = (
  status: number,
  type: string,
  message: string,
  code?: string,
): { status: number; answer: Json } => ({
  status,
  answer: { error: { type, message, ...(code !== undefined && { code }) } },
});
