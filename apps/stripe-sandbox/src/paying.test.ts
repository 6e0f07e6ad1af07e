import { TryOut } from './testing/try-out.js';
import { idOf } from './store/ids.js';

describe('Paying on the hosted page', () => {
  let shop: TryOut;
  beforeAll(async () => (shop = await TryOut.start()));
  afterAll(() => shop.close());

  it('pays with a card, sends the payer back and says so in signed webhooks', async () => {
    const { id, url, payment_status } = await shop.session({
      metadata: { order: 'PW-1' },
      client_reference_id: 'order-1',
    });
    expect(id).toMatch(/^cs_test_/);
    expect(url).toBe(`http://localhost:${shop.sandbox.port}/c/pay/${id}`);
    expect(payment_status).toBe('unpaid');

    const answer = await shop.pay(id);
    expect([answer.status, answer.headers.get('location')]).toEqual([
      303,
      `http://localhost:3000/order/return?session_id=${id}`,
    ]);
    const event = await shop.hooks.event('checkout.session.completed');
    expect(event.data.object).toMatchObject({
      id,
      payment_status: 'paid',
      amount_total: 4900,
      metadata: { order: 'PW-1' },
      livemode: false,
    });
  });

  it('charges a double submit once', async () => {
    const { id } = await shop.session();
    const answers = await Promise.all([shop.pay(id), shop.pay(id), shop.pay(id)]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    const { payment_intent } = await shop.stripe.checkout.sessions.retrieve(id);
    const charges = await shop.stripe.charges.list({ payment_intent: idOf(payment_intent) });
    expect(charges.data).toHaveLength(1);
  });

  it.each([
    ['4000 0000 0000 0002', 'generic_decline', 'Your card was declined.'],
    ['4000000000009995', 'insufficient_funds', 'Your card has insufficient funds.'],
  ])('keeps the session open when %s is declined', async (card_number, decline_code, words) => {
    const { id } = await shop.session();
    const answer = await shop.pay(id, { card_number });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain(words);
    expect(page).toContain(`value="${card_number}"`);
    const session = await shop.stripe.checkout.sessions.retrieve(id, { expand: ['payment_intent'] });
    expect(session.status).toBe('open');
    expect(session.payment_intent).toMatchObject({
      status: 'requires_payment_method',
      last_payment_error: { decline_code },
    });
    expect((await shop.pay(id)).status).toBe(303);
  });

  it.each(['4000002760003184', '4000002500003155'])('asks for 3-D Secure with %s', async (card_number) => {
    const { id } = await shop.session();
    const asked = await shop.pay(id, { card_number });
    expect(asked.headers.get('location')).toBe(`/c/pay/${id}/challenge`);
    const failed = await shop.post(`/c/pay/${id}/challenge`, { result: 'fail' });
    expect(failed.status).toBe(422);
    expect((await shop.stripe.checkout.sessions.retrieve(id)).status).toBe('open');

    await shop.pay(id, { card_number });
    expect((await shop.post(`/c/pay/${id}/challenge`, { result: 'complete' })).status).toBe(303);
    expect((await shop.stripe.checkout.sessions.retrieve(id)).payment_status).toBe('paid');
  });

  it.each([
    ['bank_succeeds_later', 'checkout.session.async_payment_succeeded', 'paid'],
    ['bank_fails_later', 'checkout.session.async_payment_failed', 'unpaid'],
  ] as const)('completes unpaid with %s and settles later', async (method, type, status) => {
    const { id } = await shop.session();
    expect((await shop.pay(id, { method, card_number: '', expiry: '', cvc: '' })).status).toBe(303);
    await shop.hooks.until((all) => all.some(({ event }) => event.type === type));
    const completed = shop.hooks.caught.find(
      ({ event }) => event.type === 'checkout.session.completed' && event.data.object.id === id,
    );
    expect(completed?.event.data.object).toMatchObject({ payment_status: 'unpaid' });
    expect(await shop.stripe.checkout.sessions.retrieve(id)).toMatchObject({
      status: 'complete',
      payment_status: status,
    });
  });

  it('opens a dispute after the 0259 card has paid', async () => {
    const { id } = await shop.session();
    await shop.pay(id, { card_number: '4000000000000259' });
    const dispute = await shop.hooks.event('charge.dispute.created');
    const { payment_intent } = await shop.stripe.checkout.sessions.retrieve(id);
    expect(dispute.data.object).toMatchObject({ payment_intent, status: 'needs_response', amount: 4900 });
  });

  it('takes a code of 100 % and asks for no card', async () => {
    const coupon = await shop.stripe.coupons.create({ percent_off: 100, duration: 'once' });
    await shop.stripe.promotionCodes.create({
      promotion: { type: 'coupon', coupon: coupon.id },
      code: 'GIFT',
    });
    const { id } = await shop.session({ allow_promotion_codes: true });
    expect((await shop.pay(id, { promotion_code: 'gift', card_number: '' })).status).toBe(303);
    const session = await shop.stripe.checkout.sessions.retrieve(id);
    expect(session).toMatchObject({
      status: 'complete',
      amount_total: 0,
      payment_intent: null,
      payment_status: 'no_payment_required',
    });
  });

  it('names every wrong field and keeps what was typed', async () => {
    const { id } = await shop.session({ customer_email: undefined });
    const answer = await shop.pay(id, {
      card_number: '4242 4242 4242 4241',
      expiry: '13/40',
      cvc: 'x',
      email: 'ada',
      name: '<b>Ada',
    });
    const page = await answer.text();
    expect(answer.status).toBe(422);
    for (const field of ['card_number', 'expiry', 'cvc', 'email']) expect(page).toContain(`href="#${field}"`);
    expect(page).toContain('value="&lt;b&gt;Ada"');
    expect(page).not.toContain('<script');
  });

  it('explains a checkout that has ended', async () => {
    const { id } = await shop.session();
    await shop.stripe.checkout.sessions.expire(id);
    for (const answer of [await fetch(`${shop.sandbox.url}/c/pay/${id}`), await shop.pay(id)]) {
      expect(answer.status).toBe(410);
      expect(await answer.text()).toContain('http://localhost:3000/order/new');
    }
    expect((await shop.pay('cs_test_none')).status).toBe(404);
  });
});
