import fc from 'fast-check';
import { runs } from '@app/testing';
import Stripe from 'stripe';
import { client, TryOut } from './testing/try-out.js';
import { idOf } from './store/ids.js';

const failure = async (call: Promise<unknown>): Promise<Stripe.errors.StripeError> => {
  const error: unknown = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof Stripe.errors.StripeError)) throw new Error(`No Stripe error: ${String(error)}`);
  return error;
};

describe('The API, called by the real SDK', () => {
  let shop: TryOut;
  beforeAll(async () => (shop = await TryOut.start()));
  afterAll(() => shop.close());

  it('refuses a wrong key', async () => {
    const error = await failure(client(shop.sandbox.port, 'sk_test_other').checkout.sessions.list());
    expect(error).toBeInstanceOf(Stripe.errors.StripeAuthenticationError);
    expect(error.statusCode).toBe(401);
  });

  it('names the request and echoes the version', async () => {
    const { lastResponse } = await shop.session();
    expect(lastResponse.requestId).toMatch(/^req_/);
    expect(lastResponse.headers['stripe-version']).toBe(Stripe.API_VERSION);
  });

  it('tells of the one endpoint it sends to, which gets every event', async () => {
    const { data } = await shop.stripe.webhookEndpoints.list();
    expect(data).toMatchObject([
      { enabled_events: ['*'], status: 'enabled', url: expect.stringContaining('http') },
    ]);
  });

  it('names what is missing, unknown or not there', async () => {
    expect(await failure(shop.session({ success_url: undefined }))).toMatchObject({
      code: 'parameter_missing',
      param: 'success_url',
    });
    expect(
      await failure(shop.session({ sucess_url: 'x' } as Partial<Stripe.Checkout.SessionCreateParams>)),
    ).toMatchObject({ code: 'parameter_unknown' });
    expect(await failure(shop.session({ expires_at: Math.floor(Date.now() / 1000) + 600 }))).toMatchObject({
      param: 'expires_at',
    });
    expect(await failure(shop.stripe.checkout.sessions.retrieve('cs_test_none'))).toMatchObject({
      statusCode: 404,
      code: 'resource_missing',
    });
    expect(await failure(shop.stripe.rawRequest('GET', '/v1/nothing'))).toMatchObject({ statusCode: 404 });
  });

  it('gives the same answer to the same key and refuses another body', async () => {
    const idempotencyKey = 'order-1';
    const first = await shop.session({ client_reference_id: 'a' }, { idempotencyKey });
    const second = await shop.session({ client_reference_id: 'a' }, { idempotencyKey });
    expect(second.id).toBe(first.id);
    expect(second.lastResponse.headers['idempotent-replayed']).toBe('true');
    expect(await failure(shop.session({ client_reference_id: 'b' }, { idempotencyKey }))).toBeInstanceOf(
      Stripe.errors.StripeIdempotencyError,
    );
  });

  it('keeps the work of a call whose answer was lost', async () => {
    await shop.control('/fail-next', {
      path: '/v1/checkout/sessions',
      status: 'timeout_after_success',
      method: 'POST',
    });
    const options = { idempotencyKey: 'lost' };
    const before = (await shop.stripe.checkout.sessions.list({ limit: 100 })).data.length;
    expect(await failure(shop.session({}, { ...options, timeout: 150 }))).toBeInstanceOf(
      Stripe.errors.StripeConnectionError,
    );
    const again = await shop.session({}, options);
    expect(again.lastResponse.headers['idempotent-replayed']).toBe('true');
    expect((await shop.stripe.checkout.sessions.list({ limit: 100 })).data.length).toBe(before + 1);
  });

  it('fails as often as it is told', async () => {
    await shop.control('/fail-next', { path: '/v1/checkout', status: 429, times: 2 });
    await shop.control('/fail-next', { path: '/v1/checkout', status: 503 });
    await shop.control('/fail-next', { path: '/v1/checkout', status: 'timeout' });
    const kinds = [
      Stripe.errors.StripeRateLimitError,
      Stripe.errors.StripeRateLimitError,
      Stripe.errors.StripeAPIError,
      Stripe.errors.StripeConnectionError,
    ];
    for (const kind of kinds) expect(await failure(shop.session({}, { timeout: 150 }))).toBeInstanceOf(kind);
    await shop.session();
  });

  it('expands what is asked for', async () => {
    const { id } = await shop.paid({ payment_intent_data: { metadata: { order: 'PW-1' } } });
    const session = await shop.stripe.checkout.sessions.retrieve(id, {
      expand: ['line_items', 'payment_intent.latest_charge.balance_transaction'],
    });
    expect(session.line_items?.data[0]).toMatchObject({ description: 'Blueprint', amount_total: 4900 });
    expect(session.payment_intent).toMatchObject({
      metadata: { order: 'PW-1' },
      latest_charge: { amount: 4900, paid: true, balance_transaction: { object: 'balance_transaction' } },
    });
    expect(await failure(shop.stripe.checkout.sessions.retrieve(id, { expand: ['mode'] }))).toMatchObject({
      statusCode: 400,
    });
  });

  it('lists page by page, newest first, and by payment intent and time', async () => {
    const made: string[] = [];
    for (let index = 0; index < 5; index += 1) made.push((await shop.session()).id);
    const listed: string[] = [];
    for await (const { id } of shop.stripe.checkout.sessions.list({ limit: 2 })) listed.push(id);
    expect(listed.slice(0, 5)).toEqual(made.reverse());
    expect(new Set(listed).size).toBe(listed.length);

    const paid = await shop.paid();
    expect(
      (await shop.stripe.checkout.sessions.list({ payment_intent: idOf(paid.payment_intent) })).data.map(
        ({ id }) => id,
      ),
    ).toEqual([paid.id]);
    expect((await shop.stripe.checkout.sessions.list({ created: { gte: paid.created + 60 } })).data).toEqual(
      [],
    );
  });

  it('refunds in parts and never more than was paid', async () => {
    const payment_intent = idOf((await shop.paid()).payment_intent);
    const part = await shop.stripe.refunds.create({ payment_intent, amount: 1900 });
    expect(part).toMatchObject({ amount: 1900, status: 'succeeded', payment_intent });
    expect(await failure(shop.stripe.refunds.create({ payment_intent, amount: 3001 }))).toBeInstanceOf(
      Stripe.errors.StripeInvalidRequestError,
    );
    expect((await shop.stripe.refunds.create({ payment_intent })).amount).toBe(3000);
    expect(await failure(shop.stripe.refunds.create({ payment_intent }))).toMatchObject({
      code: 'charge_already_refunded',
    });
    const { data } = await shop.stripe.charges.list({ payment_intent });
    expect(data[0]).toMatchObject({ amount_refunded: 4900, refunded: true });
    expect((await shop.stripe.refunds.list({ payment_intent })).data).toHaveLength(2);
  });

  it('sells products by price', async () => {
    const product = await shop.stripe.products.create({ name: 'Blueprint' });
    const price = await shop.stripe.prices.create({
      product: product.id,
      currency: 'gbp',
      unit_amount: 4900,
    });
    const { amount_total } = await shop.session({ line_items: [{ price: price.id, quantity: 2 }] });
    expect([amount_total, price.unit_amount_decimal?.toString()]).toEqual([9800, '4900']);
  });

  it('answers malformed calls in Stripe’s shape and never with 5xx', async () => {
    const paths = [
      'checkout/sessions',
      'refunds',
      'coupons',
      'promotion_codes',
      'products',
      'prices',
      'disputes/x/close',
      'checkout/sessions/x/expire',
    ];
    const key = fc.oneof(
      fc.constantFrom(
        'mode',
        'line_items',
        'line_items[0][price_data][currency]',
        'expand',
        'expand[]',
        'metadata[a]',
        'success_url',
        'amount',
        'created[gte]',
        '__proto__',
        '__proto__[x]',
        'constructor[a]',
        'discounts[0]',
      ),
      fc.string({ maxLength: 20 }),
    );
    const body = fc
      .array(fc.tuple(key, fc.oneof(fc.string(), fc.constantFrom('payment', '-1', '1e99', ''))))
      .map((pairs) => new URLSearchParams(pairs).toString());
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...paths),
        fc.constantFrom('GET', 'POST'),
        fc.oneof(body, fc.string()),
        fc.boolean(),
        async (path, method, text, form) => {
          const query = method === 'GET' ? `?${new URLSearchParams(text).toString()}` : '';
          const answer = await fetch(`${shop.sandbox.url}/v1/${path}${query}`, {
            method,
            headers: {
              authorization: 'Bearer sk_test_sandbox',
              'content-type': form ? 'application/x-www-form-urlencoded' : 'application/json',
            },
            ...(method === 'POST' && { body: text }),
          });
          expect(answer.status).toBeLessThan(500);
          const json = (await answer.json()) as { error?: { type: string } };
          if (!answer.ok) expect(typeof json.error?.type).toBe('string');
        },
      ),
      { numRuns: runs(100) },
    );
  });

  it('answers a malformed pay page in words and never with 5xx', async () => {
    const { id } = await shop.session();
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(
          fc.constantFrom(
            'method',
            'card_number',
            'expiry',
            'cvc',
            'email',
            'name',
            'promotion_code',
            'a[b]',
          ),
          fc.string(),
        ),
        async (form) => {
          expect((await shop.pay(id, { card_number: '1', ...form })).status).toBeLessThan(500);
        },
      ),
      { numRuns: runs(50) },
    );
  });
});
