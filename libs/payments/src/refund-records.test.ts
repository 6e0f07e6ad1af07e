import { newId, pence } from '@app/kernel';
import { StaffTasks } from '@app/tasks';
import { PaymentFixture } from '../../../test/support/payments/payment-fixture.js';
import { CheckoutService } from './checkout.service.js';
import { RefundRecords } from './refund-records.js';
import { RefundsService } from './refunds.service.js';

let fixture: PaymentFixture;
beforeAll(async () => {
  fixture = await PaymentFixture.open();
});
afterAll(() => fixture?.close());

describe('what is kept of refunds', () => {
  it('asks staff once for each that failed: what they have closed stays closed', async () => {
    const { id, intent } = await fixture.paid();
    const first = await fixture.stripe.refund(intent, 900);
    await fixture.tell('refund.failed', await fixture.stripe.control(`/refunds/${first.id}/fail`));
    const [task] = await fixture.tasksOf(id);
    expect(task).toMatchObject({
      kind: 'refund_failed',
      subject: first.id,
      orderId: id,
      data: { amountPence: 900, paymentIntentId: intent },
    });
    await fixture.inTransaction((manager) =>
      fixture
        .get(StaffTasks)
        .closeFor(manager, { kind: 'refund_failed', subject: first.id }, null, 'paid another way'),
    );
    await fixture.tell('refund.created', await fixture.stripe.refund(intent, 400));
    expect(await fixture.tasksOf(id)).toEqual([]);
    expect(await fixture.order(id)).toMatchObject({ refundedPence: 400 });
  });

  it('knows whose reason it is: ours, or else Stripe’s', async () => {
    const { id, intent } = await fixture.paid();
    await fixture.get(RefundsService).refund(id, pence(100), 'goodwill', 'a');
    await fixture.stripe.api.refunds.create({ payment_intent: intent, amount: 200, reason: 'fraudulent' });
    await fixture.get(RefundsService).takeOver(intent);
    const refunds = await fixture.get(RefundsService).forOrder(id);
    expect(refunds.map(({ amountPence, reason }) => [amountPence, reason]).sort()).toEqual([
      [100, 'goodwill'],
      [200, 'fraudulent'],
    ]);
  });

  it('is dated as Stripe dates it, whatever else Stripe says of it', async () => {
    const { id, intent } = await fixture.paid();
    const made = await fixture.stripe.refund(intent, 300);
    const told = { ...made, metadata: null, reason: 'duplicate' as const, created: 1_790_000_000 };
    await fixture.inTransaction((manager) => fixture.get(RefundRecords).take(manager, intent, [told]));
    expect(await fixture.get(RefundsService).forOrder(id)).toMatchObject([
      { amountPence: 300, reason: 'duplicate', createdAt: new Date(1_790_000_000_000) },
    ]);
  });

  it('of a payment that paid no order moves none', async () => {
    const { id, session } = await fixture.opened();
    const { payment_intent: intent } = await fixture.stripe.pay(session);
    await fixture.stripe.alter(session, { amount_total: 4800, amount_subtotal: 4800 });
    await fixture.tell('checkout.session.completed', await fixture.stripe.session(session));
    const refund = await fixture.stripe.refund(intent, 500);
    expect(await fixture.tell('refund.created', refund)).toBe('refund of a payment that paid no order');
    expect(await fixture.order(id)).toMatchObject({ state: 'awaiting_payment', refundedPence: 0 });
  });
});

describe('what is asked back', () => {
  it('is what is left beside what was asked before, to the penny, and more than nothing', async () => {
    const { id, intent } = await fixture.paid();
    const refunds = fixture.get(RefundsService);
    await refunds.refund(id, pence(900), 'goodwill', 'a');
    await expect(refunds.refund(id, pence(4001), 'too much', 'b')).rejects.toMatchObject({
      code: 'refund_too_large',
      message: expect.stringContaining('£40.'),
    });
    await expect(refunds.refund(id, pence(0), 'nothing', 'c')).rejects.toMatchObject({
      code: 'refund_too_large',
    });
    await fixture.query(
      `insert into refund_requests (key, order_id, amount_pence, reason, asked_at) values ('waits', $1, 1000, 'r', now())`,
      [id],
    );
    expect(await fixture.inTransaction((manager) => refunds.underWay(manager, id))).toBe(1000);
    await expect(refunds.refund(id, pence(3001), 'too much', 'd')).rejects.toMatchObject({
      code: 'refund_too_large',
      message: expect.stringContaining('£30.'),
    });
    expect(await refunds.refund(id, pence(1), 'a penny', 'e')).toBe('made');
    expect(await refunds.refund(id, pence(2999), 'the rest', 'f')).toBe('made');
    expect((await fixture.stripe.refundsOf(intent)).map(({ amount }) => amount)).toEqual([900, 1, 2999]);
  });

  it('is all of it again, when what was given back did not arrive', async () => {
    const { id, intent } = await fixture.paid();
    const { id: refund } = await fixture.stripe.refund(intent, 900);
    await fixture.tell('refund.failed', await fixture.stripe.control(`/refunds/${refund}/fail`));
    expect(await fixture.get(RefundsService).refund(id, pence(4900), 'all of it', 'a')).toBe('made');
  });

  it('is asked again while Stripe does not answer, and not once it has answered', async () => {
    const [{ id }, other] = [await fixture.paid(), await fixture.paid()];
    const refunds = fixture.get(RefundsService);
    const away = { code: 'payment_gateway_unavailable' };
    await fixture.stripe.failNext('POST', 'refunds', 500);
    await expect(refunds.refund(id, pence(900), 'goodwill', 'a')).rejects.toMatchObject(away);
    expect(await fixture.inTransaction((manager) => refunds.underWay(manager, id))).toBe(900);
    expect(await fixture.tasksOf(id)).toEqual([]);
    expect(await refunds.refund(id, pence(900), 'goodwill', 'a')).toBe('made');
    await fixture.stripe.failNext('POST', 'refunds', 500);
    expect(await refunds.refund(id, pence(900), 'goodwill', 'a')).toBe('made');
    await expect(refunds.refund(other.id, pence(900), 'goodwill', 'a')).rejects.toMatchObject(away);
  });

  it('is not asked again once Stripe has refused it for good', async () => {
    const { id, intent } = await fixture.paid();
    const refunds = fixture.get(RefundsService);
    await fixture.stripe.failNext('POST', 'refunds', 'charge_disputed');
    expect(await refunds.refund(id, pence(900), 'goodwill', 'a')).toBe('refused');
    expect(await refunds.refund(id, pence(900), 'goodwill', 'a')).toBe('refused');
    expect(await fixture.stripe.refundsOf(intent)).toEqual([]);
    expect(await fixture.inTransaction((manager) => refunds.underWay(manager, id))).toBe(0);
    expect(await fixture.eventNames(id)).toEqual(['placed', 'paid', 'refund_refused']);
    expect((await fixture.orders.events(id)).at(-1)?.data).toEqual({
      code: 'charge_disputed',
      amountPence: 900,
    });
    expect(await refunds.refund(id, pence(4900), 'all of it', 'b')).toBe('made');
  });

  it('of an order that is cancelled before its pay page came is nothing, and the page is given up', async () => {
    const { id } = await fixture.place();
    await fixture.stripe.failNext('POST', 'checkout/sessions');
    await expect(fixture.get(CheckoutService).open(id)).rejects.toThrow();
    const attempts = (): Promise<unknown> =>
      fixture.query('select state from checkout_sessions where order_id = $1', [id]);
    expect(await attempts()).toEqual([{ state: 'opening' }]);
    await fixture.orders.cancel(id, 'changed my mind');
    await fixture.get(RefundsService).settleCancellation(id);
    expect(await attempts()).toEqual([{ state: 'expired' }]);
  });

  it('of an order that is cancelled before it was paid is nothing, whether or not Stripe still knows its page', async () => {
    for (const lost of [false, true]) {
      const { id, session } = await fixture.opened();
      if (lost) await fixture.stripe.control(`/sessions/${session}/lose`);
      await fixture.orders.cancel(id, 'changed my mind');
      await fixture.get(RefundsService).settleCancellation(id);
      expect(await fixture.query('select state from checkout_sessions where order_id = $1', [id])).toEqual([
        { state: lost ? 'open' : 'expired' },
      ]);
    }
    await fixture.get(RefundsService).settleCancellation(newId());
  });

  it('of an order that goes on is nothing', async () => {
    const { id, intent } = await fixture.paid();
    await fixture.get(RefundsService).settleCancellation(id);
    expect(await fixture.stripe.refundsOf(intent)).toEqual([]);
  });
});
