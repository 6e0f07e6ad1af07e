import type Stripe from 'stripe';
import { signatureOf, signedEvent, tamper } from '@app/testing';
import { CheckoutService } from './checkout.service.js';
import { EventHandler } from './event-handler.js';
import { PaymentFixture } from '../../../test/support/payments/payment-fixture.js';
import { WebhookInbox } from './webhook-inbox.js';

let fixture: PaymentFixture;
let inbox: WebhookInbox;
const secret = 'whsec_test';

beforeAll(async () => {
  fixture = await PaymentFixture.open({ STRIPE_WEBHOOK_SECRET: secret });
  inbox = fixture.get(WebhookInbox);
});
afterAll(() => fixture.close());

/** An order with an open pay page. */
async function opened(): Promise<{ id: string; session: Stripe.Checkout.Session }> {
  const { id, session } = await fixture.opened();
  return { id, session: await fixture.stripe.session(session) };
}

const eventCount = async (): Promise<number> =>
  Number((await fixture.query('select count(*)::int as count from stripe_events'))[0]?.['count']);

describe('the inbox', () => {
  it('verifies the very bytes, odd white space and all', async () => {
    const { session } = await opened();
    const { body, signature } = signedEvent('checkout.session.expired', session, secret, {
      indent: 7,
    });
    await inbox.receive(body, signature);
    const rewritten = Buffer.from(JSON.stringify(JSON.parse(body.toString())));
    await expect(inbox.receive(rewritten, signature)).rejects.toMatchObject({
      code: 'webhook_signature_invalid',
    });
  });

  it.each([
    ['no signature', () => ''],
    ['another secret', (body: string) => signatureOf(body, 'whsec_other')],
    ['a stale time', (body: string) => signatureOf(body, secret, Math.floor(Date.now() / 1000) - 3600)],
    ['nonsense', () => 't=1,v1=zzzz'],
  ])('refuses %s and stores nothing', async (_what, sign) => {
    const { session } = await opened();
    const { body } = signedEvent('checkout.session.completed', session, secret);
    const before = await eventCount();
    await expect(inbox.receive(body, sign(body.toString()))).rejects.toMatchObject({
      code: 'webhook_signature_invalid',
    });
    expect(await eventCount()).toBe(before);
  });

  it('refuses events of the other mode', async () => {
    const { session } = await opened();
    const { body, signature } = signedEvent('checkout.session.completed', session, secret, {
      livemode: true,
    });
    await expect(inbox.receive(body, signature)).rejects.toMatchObject({ code: 'webhook_wrong_mode' });
  });

  it('is answered only once it is stored: what cannot be stored is refused, and Stripe sends it again', async () => {
    const { session } = await opened();
    const { id, body, signature } = signedEvent('checkout.session.expired', session, secret);
    const stored = async (): Promise<unknown[]> =>
      await fixture.query('select handled_at, payload from stripe_events where id = $1', [id]);
    await tamper(fixture.database.source, 'alter table stripe_events rename to stripe_events_away');
    try {
      await expect(inbox.receive(body, signature)).rejects.toThrow('stripe_events');
    } finally {
      await tamper(fixture.database.source, 'alter table stripe_events_away rename to stripe_events');
    }
    expect(await stored()).toEqual([]);
    await inbox.receive(body, signature);
    expect(await stored()).toMatchObject([{ handled_at: null, payload: { id } }]);
    await fixture.work();
  });

  it('keeps an event and its job together or neither, and adds no job for what it has been told before', async () => {
    const { body, signature } = signedEvent('checkout.session.expired', (await opened()).session, secret);
    const rename = (from: string, to: string): Promise<unknown> =>
      tamper(fixture.database.source, `alter table graphile_worker.${from} rename to ${to}`);
    await rename('_private_jobs', 'jobs_away');
    await expect(inbox.receive(body, signature)).rejects.toThrow('_private_jobs');
    await rename('jobs_away', '_private_jobs');
    await inbox.receive(body, signature);
    expect(await fixture.work()).toEqual(['payment.handle-event']);
    await inbox.receive(body, signature);
    expect(await fixture.work()).toEqual([]);
  });

  it('keeps an event of a type nobody handles, and is done with it', async () => {
    expect(await fixture.tell('customer.created', { id: 'cus_1', object: 'customer' })).toBe(
      'nothing to do for this type',
    );
  });
});

describe('a payment', () => {
  it('counts once, delivered five times, twice by other events, out of order and handled at once', async () => {
    const { id, session } = await opened();
    await fixture.stripe.pay(session.id);
    const completed = signedEvent('checkout.session.completed', session, secret);
    const succeeded = signedEvent('checkout.session.async_payment_succeeded', session, secret);
    const expired = signedEvent('checkout.session.expired', { ...session, status: 'expired' }, secret);
    const deliveries = [expired, succeeded, completed, completed, completed, completed, completed];
    await Promise.all(deliveries.map(({ body, signature }) => inbox.receive(body, signature)));
    const handler = fixture.get(EventHandler);
    await Promise.all([completed, succeeded, expired, completed].map((event) => handler.handle(event.id)));
    await fixture.work();

    expect(await fixture.order(id)).toMatchObject({ state: 'paid', paidPence: 4900 });
    expect(await fixture.eventNames(id)).toEqual(['placed', 'paid']);
    expect(await fixture.jobCount('order.send-confirmation', id)).toBe(1);
    expect(await fixture.query('select accepted from payments where order_id = $1', [id])).toEqual([
      { accepted: true },
    ]);
    expect(await fixture.tasksOf(id)).toEqual([]);
    const unhandled = await fixture.query('select id from stripe_events where handled_at is null');
    expect(unhandled).toEqual([]);
  });

  it('is not lost when handling it fails half-way: the event stays to be done', async () => {
    const { id, session } = await opened();
    await fixture.stripe.pay(session.id);
    await fixture.stripe.failNext('GET', 'checkout/sessions');
    await expect(fixture.tell('checkout.session.completed', session)).rejects.toMatchObject({
      code: 'payment_gateway_unavailable',
    });
    expect((await fixture.order(id)).state).toBe('awaiting_payment');
    await fixture.work();
    expect((await fixture.order(id)).state).toBe('paid');
  });

  it('that has not arrived yet is no sale: a bank debit pays days later or not at all', async () => {
    const { id, session } = await opened();
    await fixture.stripe.pay(session.id, { method: 'bank_succeeds_later' });
    expect(await fixture.tell('checkout.session.completed', session)).toBe('session pending');
    expect((await fixture.order(id)).state).toBe('awaiting_payment');
    await fixture.stripe.control(`/async/${session.id}/succeed`);
    expect(await fixture.tell('checkout.session.async_payment_succeeded', session)).toBe('order paid');
    expect((await fixture.order(id)).state).toBe('paid');
  });

  it('of the wrong amount is recorded and goes to staff; the order stays as it is', async () => {
    const { id, session } = await opened();
    await fixture.stripe.pay(session.id);
    await fixture.stripe.alter(session.id, { amount_total: 4800, amount_subtotal: 4800 });
    expect(await fixture.tell('checkout.session.completed', session)).toBe(
      'payment_wrong_amount: task raised',
    );
    expect((await fixture.order(id)).state).toBe('awaiting_payment');
    expect(
      await fixture.query('select amount_pence, accepted from payments where order_id = $1', [id]),
    ).toEqual([{ amount_pence: 4800, accepted: false }]);
    const [task] = await fixture.tasksOf(id);
    expect(task?.summary).toMatch(/£48 for order PW-.* and the order asks for £49.*Refund pi_/s);
  });

  it('with a discount that we did not offer goes to staff', async () => {
    const { id, session } = await opened();
    await fixture.stripe.pay(session.id);
    await fixture.stripe.alter(session.id, { amount_total: 4400, amount_discount: 500 });
    await fixture.tell('checkout.session.completed', session);
    expect(await fixture.tasksOf(id)).toMatchObject([{ kind: 'payment_wrong_amount' }]);
  });

  it('in another currency or mode goes to staff', async () => {
    for (const [changes, kind] of [
      [{ currency: 'eur' }, 'payment_wrong_currency'],
      [{ livemode: true }, 'payment_wrong_mode'],
    ] as const) {
      const { id, session } = await opened();
      await fixture.stripe.pay(session.id);
      await fixture.stripe.alter(session.id, changes);
      await fixture.tell('checkout.session.completed', session);
      expect(await fixture.tasksOf(id)).toMatchObject([{ kind }]);
      expect((await fixture.order(id)).state).toBe('awaiting_payment');
    }
  });

  it('for an order we do not know is recorded and goes to staff', async () => {
    const { session } = await opened();
    await fixture.stripe.pay(session.id);
    await fixture.stripe.alter(session.id, { order_id: '00000000-0000-4000-8000-000000000000' });
    expect(await fixture.tell('checkout.session.completed', session)).toBe(
      'payment_unknown_order: task raised',
    );
    expect(
      await fixture.query('select order_id, accepted from payments where session_id = $1', [session.id]),
    ).toEqual([{ order_id: null, accepted: false }]);
  });

  it('that is the second for its order names the refund to make', async () => {
    const { id, session } = await opened();
    await fixture.stripe.alter(session.id, { status: 'expired' });
    await fixture.get(CheckoutService).open(id);
    const second = await fixture.stripe.pay(await fixture.sessionOf(id));
    await fixture.tell('checkout.session.completed', second);
    const paid = await fixture.order(id);
    await fixture.stripe.alter(session.id, { status: 'open' });
    await fixture.stripe.pay(session.id);
    expect(await fixture.tell('checkout.session.completed', session)).toBe('payment_second: task raised');
    expect(await fixture.order(id)).toEqual(paid);
    expect((await fixture.tasksOf(id)).map(({ summary }) => summary)).toEqual([
      expect.stringMatching(/Refund pi_\S+ in full \(£49\)/),
    ]);
    expect(await fixture.jobCount('order.send-confirmation', id)).toBe(1);
  });

  it('after the order expired revives it; after it was cancelled goes to staff', async () => {
    const late = await opened();
    await fixture.inTransaction((manager) => fixture.orders.expire(manager, late.id));
    await fixture.stripe.pay(late.session.id);
    expect(await fixture.tell('checkout.session.completed', late.session)).toBe('order paid');
    expect((await fixture.order(late.id)).state).toBe('paid');

    const gone = await opened();
    await fixture.orders.cancel(gone.id, 'changed my mind');
    await fixture.stripe.pay(gone.session.id);
    await fixture.tell('checkout.session.completed', gone.session);
    expect(await fixture.tasksOf(gone.id)).toMatchObject([{ kind: 'payment_after_end' }]);
    expect((await fixture.order(gone.id)).state).toBe('cancelled');
  });

  it('takes its time from the charge, not from a late webhook', async () => {
    const { id, session } = await opened();
    const { payment_intent: intent } = await fixture.stripe.pay(session.id);
    const { data } = await fixture.stripe.api.charges.list({ payment_intent: intent });
    fixture.clock.advance(2 * 3_600_000);
    await fixture.tell('checkout.session.completed', session);
    expect((await fixture.order(id)).paidAt).toEqual(new Date(Number(data[0]?.created) * 1000));
    fixture.clock.set(new Date());
  });
});

describe('replay', () => {
  it('handles an event again without a second effect', async () => {
    const { id, session } = await opened();
    await fixture.stripe.pay(session.id);
    const { id: event, body, signature } = signedEvent('checkout.session.completed', session, secret);
    await inbox.receive(body, signature);
    await fixture.work();
    await inbox.replay(event);
    expect(await fixture.work()).toEqual(['payment.handle-event']);
    expect(await fixture.eventNames(id)).toEqual(['placed', 'paid']);
    await expect(inbox.replay('evt_unknown')).rejects.toMatchObject({ code: 'not_found' });
  });
});
