import { schemaDrift } from '@app/database';
import { CheckoutService } from './checkout.service.js';
import { paymentEntities } from './payments.module.js';
import { PaymentFixture } from '../../../test/support/payments/payment-fixture.js';

let fixture: PaymentFixture;
let checkout: CheckoutService;

beforeAll(async () => {
  fixture = await PaymentFixture.open();
  checkout = fixture.get(CheckoutService);
});
afterAll(() => fixture.close());

const attempts = (orderId: string): Promise<Record<string, unknown>[]> =>
  fixture.query(
    'select attempt, state, session_id from checkout_sessions where order_id = $1 order by attempt',
    [orderId],
  );

describe('the tables', () => {
  it('are what the entities say', async () => {
    expect(await schemaDrift(fixture.database.url, paymentEntities)).toEqual([]);
  });
});

describe('the pay page', () => {
  it('is one, however many clicks ask for it at once', async () => {
    const { id } = await fixture.place();
    const before = await fixture.stripe.sessionCount();
    const urls = await Promise.all(Array.from({ length: 8 }, () => checkout.open(id)));
    expect(new Set(urls.map(({ url }) => url)).size).toBe(1);
    expect(await fixture.stripe.sessionCount()).toBe(before + 1);
    const session = await fixture.stripe.session(await fixture.sessionOf(id));
    expect(session).toMatchObject({
      client_reference_id: id,
      metadata: { order_id: id },
      amount_total: 4900,
      currency: 'gbp',
      customer_email: 'ada@example.com',
    });
  });

  it('survives an answer that was lost: the same session is found again', async () => {
    const { id } = await fixture.place();
    const before = await fixture.stripe.sessionCount();
    await fixture.stripe.failNext('POST', 'checkout/sessions', 'error_after_success');
    await expect(checkout.open(id)).rejects.toMatchObject({ code: 'payment_gateway_unavailable' });
    expect((await checkout.open(id)).url).toContain('/c/pay/cs_test_');
    expect(await fixture.stripe.sessionCount()).toBe(before + 1);
  });

  it('is replaced when it has expired', async () => {
    const { id } = await fixture.place();
    const first = await checkout.open(id);
    await fixture.stripe.api.checkout.sessions.expire(await fixture.sessionOf(id));
    const second = await checkout.open(id);
    expect(second.url).not.toBe(first.url);
    expect(await attempts(id)).toMatchObject([{ state: 'expired' }, { state: 'open', attempt: 2 }]);
  });

  it('is replaced when the customer has put their address right', async () => {
    const assessmentId = await fixture.assessment();
    const { id } = await fixture.place({ assessmentId });
    await checkout.open(id);
    const old = await fixture.sessionOf(id);
    await fixture.place({ assessmentId, customerEmail: 'ada@example.org' });
    await checkout.open(id);
    expect((await fixture.stripe.session(old)).status).toBe('expired');
    expect((await fixture.stripe.session(await fixture.sessionOf(id))).customer_email).toBe(
      'ada@example.org',
    );
  });

  it('is not opened for what is paid, even if nobody has told us yet', async () => {
    const { id } = await fixture.place();
    await checkout.open(id);
    await fixture.stripe.pay(await fixture.sessionOf(id));
    await expect(checkout.open(id)).rejects.toMatchObject({ code: 'order_exists_paid' });
    expect((await fixture.order(id)).state).toBe('paid');
  });

  it('waits while a bank decides, and opens again when it did not pay', async () => {
    const { id, session } = await fixture.opened();
    await fixture.stripe.pay(session, { method: 'bank_succeeds_later' });
    await expect(checkout.open(id)).rejects.toMatchObject({ code: 'checkout_pending' });
    expect(await checkout.payPageState(id)).toBe('pending');
    await fixture.stripe.control(`/async/${session}/fail`);
    expect((await checkout.open(id)).url).toContain('/c/pay/cs_test_');
    expect(await attempts(id)).toMatchObject([{ state: 'failed' }, { state: 'open' }]);
  });

  it('is closed for an order whose time is over', async () => {
    const { id } = await fixture.place();
    fixture.clock.advance(25 * 3_600_000);
    await expect(checkout.open(id)).rejects.toMatchObject({ code: 'checkout_closed' });
    fixture.clock.set(new Date());
  });
});

describe('the success page', () => {
  it('confirms before any webhook came, and again without effect', async () => {
    const { id, session } = await fixture.opened();
    await fixture.stripe.pay(session);
    for (let visit = 0; visit < 3; visit += 1) expect((await checkout.confirm(session)).state).toBe('paid');
    expect(await fixture.eventNames(id)).toEqual(['placed', 'paid']);
  });

  it.each(['cs_test_unknown', 'nonsense', '../../etc/passwd', ''])('knows nothing of %j', async (session) => {
    await expect(checkout.confirm(session)).rejects.toMatchObject({ code: 'order_not_found' });
  });
});
