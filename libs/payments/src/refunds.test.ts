import { pence } from '@app/kernel';
import { CheckoutService } from './checkout.service.js';
import { ReceiptsService } from './receipts.service.js';
import { RefundRecords } from './refund-records.js';
import { RefundsService } from './refunds.service.js';
import { SessionOutcomes } from './session-outcomes.js';
import { StripeGateway } from './stripe-gateway.js';
import { PaymentFixture, type Taking } from '../../../test/support/payments/payment-fixture.js';

let fixture: PaymentFixture;

beforeAll(async () => {
  fixture = await PaymentFixture.open({ VAT_NUMBER: 'GB123456789' });
});
afterAll(() => fixture.close());

describe('a refund', () => {
  it('made by us is made once for one key, and counted once when Stripe tells of it', async () => {
    const { id, intent } = await fixture.paid();
    const refunds = fixture.get(RefundsService);
    await Promise.all([1, 2, 3].map(() => refunds.refund(id, pence(1000), 'goodwill', 'complaint-7')));
    const [refund] = await fixture.stripe.refundsOf(intent);
    await fixture.tell('refund.created', refund ?? {});
    await fixture.tell('charge.refunded', { id: 'ch_1', object: 'charge', payment_intent: intent });
    expect(await fixture.order(id)).toMatchObject({ state: 'paid', refundedPence: 1000 });
    expect(await refunds.forOrder(id)).toMatchObject([{ amountPence: 1000, reason: 'goodwill' }]);
    expect(await fixture.eventNames(id)).toEqual(['placed', 'paid', 'refunded']);
  });

  it('made in the dashboard arrives', async () => {
    const { id, intent } = await fixture.paid();
    await fixture.tell('refund.created', await fixture.stripe.refund(intent, 2500));
    expect(await fixture.order(id)).toMatchObject({ state: 'paid', refundedPence: 2500 });
    await fixture.tell('refund.created', await fixture.stripe.refund(intent, 2400));
    expect(await fixture.order(id)).toMatchObject({ state: 'cancelled', refundedPence: 4900 });
  });

  it('told of before its payment is counted when the payment is known', async () => {
    const { id, session } = await fixture.opened();
    const { payment_intent: intent } = await fixture.stripe.pay(session);
    const refund = await fixture.stripe.refund(intent, 500);
    expect(await fixture.tell('refund.created', refund)).toBe('refund kept; its payment is not known yet');
    await fixture.get(CheckoutService).confirm(session);
    expect(await fixture.order(id)).toMatchObject({ state: 'paid', refundedPence: 500 });
  });

  it('that fails is taken back and goes to staff', async () => {
    const { id, intent } = await fixture.paid();
    const { id: refund } = await fixture.stripe.refund(intent, 900);
    await fixture.tell(
      'refund.created',
      await fixture.stripe.control(`/refunds/${refund}/status`, { status: 'pending' }),
    );
    expect((await fixture.order(id)).refundedPence).toBe(900);
    await fixture.tell('refund.failed', await fixture.stripe.control(`/refunds/${refund}/fail`));
    expect(await fixture.order(id)).toMatchObject({ refundedPence: 0, refundedAt: null });
    expect(await fixture.tasksOf(id)).toMatchObject([{ kind: 'refund_failed' }]);
  });

  it('that is cancelled gave nothing back, and asks nothing of staff', async () => {
    const { id, intent } = await fixture.paid();
    const { id: refund } = await fixture.stripe.refund(intent, 900);
    const become = (status: string): Promise<object> =>
      fixture.stripe.control(`/refunds/${refund}/status`, { status });
    await fixture.tell('refund.created', await become('requires_action'));
    expect((await fixture.order(id)).refundedPence).toBe(900);
    await fixture.tell('refund.updated', await become('canceled'));
    expect(await fixture.order(id)).toMatchObject({ state: 'paid', refundedPence: 0, refundedAt: null });
    expect(await fixture.tasksOf(id)).toEqual([]);
  });

  it('that failed is not revived by news that was fetched before', async () => {
    const { id, intent } = await fixture.paid();
    const stale = await fixture.stripe.refund(intent, 900);
    await fixture.tell('refund.failed', await fixture.stripe.control(`/refunds/${stale.id}/fail`));
    await fixture.inTransaction((manager) => fixture.get(RefundRecords).take(manager, intent, [stale]));
    expect(await fixture.order(id)).toMatchObject({ refundedPence: 0 });
    expect(await fixture.get(RefundsService).forOrder(id)).toMatchObject([{ status: 'failed' }]);
  });

  it('cannot be more than was paid, nor be of nothing', async () => {
    const { id } = await fixture.paid();
    const { id: unpaid } = await fixture.place();
    const refunds = fixture.get(RefundsService);
    await expect(refunds.refund(id, pence(4901), 'too much', 'a')).rejects.toMatchObject({
      code: 'refund_too_large',
    });
    await expect(refunds.refund(unpaid, pence(100), 'never paid', 'b')).rejects.toMatchObject({
      code: 'refund_impossible',
    });
  });
});

describe('a refund that Stripe refuses for good', () => {
  it.each([
    ['charge_disputed', /disputes/],
    ['insufficient_balance', /balance at Stripe does not suffice/],
    ['key_invalid', /key any more/],
    ['key_may_not', /may not do this/],
  ])('(%s) is a task in words, asked once and not 25 times', async (refusal, words) => {
    const { id, intent } = await fixture.paid();
    await fixture.orders.cancel(id, 'changed my mind');
    await fixture.stripe.failNext('POST', 'refunds', refusal);
    await fixture.work();
    expect(await fixture.jobCount('order.settle-cancellation', id)).toBe(0);
    const [task] = await fixture.tasksOf(id);
    expect(task).toMatchObject({ kind: 'refund_refused', data: { amountPence: 4900 } });
    expect(task?.summary).toMatch(words);
    await fixture.get(RefundsService).settleCancellation(id);
    expect(await fixture.stripe.refundsOf(intent)).toEqual([]);
    expect((await fixture.tasksOf(id)).length).toBe(1);
  });

  it('because it was refunded in the dashboard already is taken over, and nobody need do anything', async () => {
    const { id, intent } = await fixture.paid();
    await fixture.orders.cancel(id, 'changed my mind');
    // Between our look at the refunds there are and ours, somebody else makes one.
    await fixture.stripe.failNext('POST', 'refunds', 'held');
    const work = fixture.work();
    await fixture.stripe.control('/held');
    await fixture.stripe.refund(intent, 4900);
    await fixture.stripe.control('/release');
    await work;
    expect(await fixture.order(id)).toMatchObject({ refundedPence: 4900 });
    expect(await fixture.tasksOf(id)).toEqual([]);
  });
});

describe('a refund and its payment, told of at the same moment,', () => {
  async function takings(): Promise<{ id: string; payment: Taking; refund: Taking }> {
    const { id, session } = await fixture.opened();
    const { payment_intent: intent } = await fixture.stripe.pay(session);
    const refund = await fixture.stripe.refund(intent, 500);
    const stored = await fixture.get(StripeGateway).session(session);
    if (!stored) throw new Error('Stripe knows no such session');
    return {
      id,
      payment: (manager) => fixture.get(SessionOutcomes).apply(manager, stored),
      refund: (manager) => fixture.get(RefundRecords).take(manager, intent, [refund]),
    };
  }

  it('the refund second: it waits and finds the payment', async () => {
    const { id, payment, refund } = await takings();
    await fixture.overlapped(payment, refund);
    expect(await fixture.order(id)).toMatchObject({ state: 'paid', refundedPence: 500 });
  });

  it('the payment second: it waits and finds the refund', async () => {
    const { id, payment, refund } = await takings();
    await fixture.overlapped(refund, payment);
    expect(await fixture.order(id)).toMatchObject({ state: 'paid', refundedPence: 500 });
  });
});

describe('a cancellation', () => {
  it('gives everything back once, even if Stripe fails at first and the job runs twice', async () => {
    const { id, intent } = await fixture.paid();
    await fixture.orders.cancel(id, 'changed my mind');
    await fixture.stripe.failNext('GET', 'refunds', 500);
    await expect(fixture.work()).rejects.toMatchObject({ code: 'payment_gateway_unavailable' });
    await fixture.work();
    await fixture.get(RefundsService).settleCancellation(id);
    expect(await fixture.stripe.refundsOf(intent)).toMatchObject([{ amount: 4900 }]);
    expect(await fixture.order(id)).toMatchObject({ state: 'cancelled', refundedPence: 4900 });
  });

  it('gives back only what is left', async () => {
    const { id, intent } = await fixture.paid();
    await fixture.tell('refund.created', await fixture.stripe.refund(intent, 900));
    await fixture.orders.cancel(id, 'changed my mind');
    await fixture.work();
    expect((await fixture.stripe.refundsOf(intent)).map(({ amount }) => amount)).toEqual([900, 4000]);
  });

  it('before paying closes the pay page', async () => {
    const { id, session } = await fixture.opened();
    await fixture.orders.cancel(id, 'changed my mind');
    await fixture.work();
    expect((await fixture.stripe.session(session)).status).toBe('expired');
  });
});

describe('a receipt', () => {
  it('has the next number without a gap and splits the VAT of a registered seller', async () => {
    const orders = await Promise.all([1, 2, 3].map(() => fixture.paid()));
    const receipts = await Promise.all(orders.map(({ id }) => fixture.get(ReceiptsService).forOrder(id)));
    for (const receipt of receipts)
      expect(receipt).toMatchObject({
        totalPence: 4900,
        netPence: 4083,
        vatPence: 817,
        vatNumber: 'GB123456789',
      });
    const numbers = (await fixture.query('select number from receipts order by number')).map(({ number }) =>
      String(number),
    );
    expect(numbers).toEqual(numbers.map((_, index) => `PW-R-${String(index + 1).padStart(6, '0')}`));
  });
});
