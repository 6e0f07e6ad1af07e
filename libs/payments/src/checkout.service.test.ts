import { schemaDrift } from '@app/database';
import { CheckoutService } from './checkout.service.js';
import { paymentEntities } from './payments.module.js';
import { PaymentHouse } from '../../../test/support/payments/payment-house.js';

let house: PaymentHouse;
let checkout: CheckoutService;

beforeAll(async () => {
  house = await PaymentHouse.open();
  checkout = house.get(CheckoutService);
});
afterAll(() => house.close());

const attempts = (orderId: string): Promise<Record<string, unknown>[]> =>
  house.query(
    'select attempt, state, session_id from checkout_sessions where order_id = $1 order by attempt',
    [orderId],
  );

describe('the tables', () => {
  it('are what the entities say', async () => {
    expect(await schemaDrift(house.database.url, paymentEntities)).toEqual([]);
  });
});

describe('the pay page', () => {
  it('is one, however many clicks ask for it at once', async () => {
    const { id } = await house.place();
    const before = await house.stripe.sessionCount();
    const urls = await Promise.all(Array.from({ length: 8 }, () => checkout.open(id)));
    expect(new Set(urls.map(({ url }) => url)).size).toBe(1);
    expect(await house.stripe.sessionCount()).toBe(before + 1);
    const session = await house.stripe.session(await house.sessionOf(id));
    expect(session).toMatchObject({
      client_reference_id: id,
      metadata: { order_id: id },
      amount_total: 4900,
      currency: 'gbp',
      customer_email: 'ada@example.com',
    });
  });

  it('survives an answer that was lost: the same session is found again', async () => {
    const { id } = await house.place();
    const before = await house.stripe.sessionCount();
    await house.stripe.failNext('POST', 'checkout/sessions', 'error_after_success');
    await expect(checkout.open(id)).rejects.toMatchObject({ code: 'payment_gateway_unavailable' });
    expect((await checkout.open(id)).url).toContain('/c/pay/cs_test_');
    expect(await house.stripe.sessionCount()).toBe(before + 1);
  });

  it('is replaced when it has expired', async () => {
    const { id } = await house.place();
    const first = await checkout.open(id);
    await house.stripe.api.checkout.sessions.expire(await house.sessionOf(id));
    const second = await checkout.open(id);
    expect(second.url).not.toBe(first.url);
    expect(await attempts(id)).toMatchObject([{ state: 'expired' }, { state: 'open', attempt: 2 }]);
  });

  it('is replaced when the customer has put their address right', async () => {
    const assessmentId = await house.assessment();
    const { id } = await house.place({ assessmentId });
    await checkout.open(id);
    const old = await house.sessionOf(id);
    await house.place({ assessmentId, customerEmail: 'ada@example.org' });
    await checkout.open(id);
    expect((await house.stripe.session(old)).status).toBe('expired');
    expect((await house.stripe.session(await house.sessionOf(id))).customer_email).toBe('ada@example.org');
  });

  it('is not opened for what is paid, even if nobody has told us yet', async () => {
    const { id } = await house.place();
    await checkout.open(id);
    await house.stripe.pay(await house.sessionOf(id));
    await expect(checkout.open(id)).rejects.toMatchObject({ code: 'order_exists_paid' });
    expect((await house.order(id)).state).toBe('paid');
  });

  it('waits while a bank decides, and opens again when it did not pay', async () => {
    const { id, session } = await house.opened();
    await house.stripe.pay(session, { method: 'bank_succeeds_later' });
    await expect(checkout.open(id)).rejects.toMatchObject({ code: 'checkout_pending' });
    expect(await checkout.standing(id)).toBe('pending');
    await house.stripe.control(`/async/${session}/fail`);
    expect((await checkout.open(id)).url).toContain('/c/pay/cs_test_');
    expect(await attempts(id)).toMatchObject([{ state: 'failed' }, { state: 'open' }]);
  });

  it('is closed for an order whose time is over', async () => {
    const { id } = await house.place();
    house.clock.advance(25 * 3_600_000);
    await expect(checkout.open(id)).rejects.toMatchObject({ code: 'checkout_closed' });
    house.clock.set(new Date());
  });
});

describe('the success page', () => {
  it('confirms before any webhook came, and again without effect', async () => {
    const { id, session } = await house.opened();
    await house.stripe.pay(session);
    for (let visit = 0; visit < 3; visit += 1) expect((await checkout.confirm(session)).state).toBe('paid');
    expect(await house.eventNames(id)).toEqual(['placed', 'paid']);
  });

  it.each(['cs_test_unknown', 'nonsense', '../../etc/passwd', ''])('knows nothing of %j', async (session) => {
    await expect(checkout.confirm(session)).rejects.toMatchObject({ code: 'order_not_found' });
  });
});
