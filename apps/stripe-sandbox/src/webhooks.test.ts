import Stripe from 'stripe';
import { TryOut } from './testing/try-out.js';
import { idOf } from './store/ids.js';

describe('Webhooks', () => {
  let shop: TryOut;
  beforeEach(async () => (shop = await TryOut.start()));
  afterEach(() => shop.close());

  const completions = (): number =>
    shop.hooks.types().filter((type) => type === 'checkout.session.completed').length;

  it('are signed with the secret and the time', async () => {
    await shop.paid();
    await shop.hooks.event('checkout.session.completed');
    const body = shop.hooks.caught[0]?.body ?? '';
    const header = Stripe.webhooks.generateTestHeaderString({ payload: body, secret: 'whsec_other' });
    expect(() => Stripe.webhooks.constructEvent(body, header, 'whsec_tests')).toThrow(
      Stripe.errors.StripeSignatureVerificationError,
    );
  });

  it('tell the whole story of a payment', async () => {
    await shop.paid();
    await shop.hooks.event('checkout.session.completed');
    await shop.hooks.event('charge.updated');
    expect(shop.hooks.types().sort()).toEqual([
      'charge.succeeded',
      'charge.updated',
      'checkout.session.completed',
      'payment_intent.created',
      'payment_intent.succeeded',
    ]);
  });

  it('come again after a failure, with growing pauses, until they are taken', async () => {
    await shop.control('/webhooks', { drop: true });
    const { id } = await shop.session();
    await shop.control('/webhooks', { drop: false });
    shop.hooks.answers.push(500, 503);
    await shop.stripe.checkout.sessions.expire(id);
    const caught = await shop.hooks.until((all) => all.length === 3);
    expect(new Set(caught.map(({ event }) => event.id)).size).toBe(1);
  });

  it('give up after the last attempt', async () => {
    shop.hooks.answers.push(500, 500, 500, 500, 500);
    const { id } = await shop.session();
    await shop.stripe.checkout.sessions.expire(id);
    await shop.hooks.until((all) => all.length === 4);
    const { data } = (await shop.stripe.events.list({ delivery_success: false })) as { data: Stripe.Event[] };
    expect(data.map(({ type }) => type)).toEqual(['checkout.session.expired']);
  });

  it('can come twice', async () => {
    await shop.control('/webhooks', { duplicate: 2 });
    await shop.paid();
    await shop.hooks.until(() => completions() === 2);
  });

  it('can come last first', async () => {
    await shop.control('/webhooks', { reorder: true, reorderWindowMs: 60 });
    await shop.paid();
    await shop.hooks.until((all) => all.length === 5);
    expect(shop.hooks.types()[0]).toBe('checkout.session.completed');
    expect(shop.hooks.types().at(-1)).toBe('payment_intent.created');
  });

  it('can be dropped and sent again by hand', async () => {
    await shop.control('/webhooks', { dropNext: 5 });
    await shop.paid();
    const { data } = await shop.stripe.events.list({ type: 'checkout.session.completed' });
    await shop.control(`/events/${data[0]?.id}/resend`, { times: 3 });
    await shop.hooks.until((all) => all.length === 3);
    expect(new Set(shop.hooks.types())).toEqual(new Set(['checkout.session.completed']));
  });

  it('say that a session expired by itself', async () => {
    const { id } = await shop.session({ expires_at: Math.floor(Date.now() / 1000) + 1800 });
    await shop.control('/clock/advance', { ms: 1_801_000 });
    expect((await shop.hooks.event('checkout.session.expired')).data.object).toMatchObject({
      id,
      status: 'expired',
      url: null,
    });
  });

  it('tell of disputes, early fraud warnings and failed refunds on demand', async () => {
    const { payment_intent } = await shop.paid();
    const intent = await shop.stripe.paymentIntents.retrieve(idOf(payment_intent));
    await shop.control('/early-fraud-warnings', { charge: intent.latest_charge });
    const refund = await shop.stripe.refunds.create({ payment_intent: intent.id, amount: 1000 });
    await shop.control(`/refunds/${refund.id}/fail`);
    const dispute = (await shop.control('/disputes', { payment_intent: intent.id })) as Stripe.Dispute;
    await shop.stripe.disputes.close(dispute.id);
    for (const type of [
      'radar.early_fraud_warning.created',
      'refund.failed',
      'charge.dispute.created',
      'charge.dispute.closed',
    ] as const) {
      await shop.hooks.event(type);
    }
  });

  it('refuses a misspelt switch by name', async () => {
    await expect(shop.control('/webhooks', { dupilcate: 2 })).rejects.toThrow(/400 .*dupilcate/);
  });
});
