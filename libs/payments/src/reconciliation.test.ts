import type Stripe from 'stripe';
import { StaffTasks } from '@app/tasks';
import { CheckoutService } from './checkout.service.js';
import { DisputeOutcomes } from './dispute-outcomes.js';
import { OrderExpiry } from './order-expiry.js';
import { Reconciliation } from './reconciliation.js';
import { PaymentFixture } from '../../../test/support/payments/payment-fixture.js';

let fixture: PaymentFixture;

beforeEach(async () => {
  fixture = await PaymentFixture.open({ PROMOTION_CODES: 'true' });
});
afterEach(() => fixture.close());

const QUIET = {
  paymentsRepaired: 0,
  refundsRepaired: 0,
  disputesRepaired: 0,
  eventsQueued: 0,
  attemptsSettled: 0,
  ordersExpired: 0,
  unexplained: 0,
};

describe('reconciliation', () => {
  it('finds the payment and the refund that no webhook told of, and then nothing more', async () => {
    const { id, session } = await fixture.opened();
    const { payment_intent: intent } = await fixture.stripe.pay(session);
    await fixture.stripe.refund(intent, 700);
    const run = (): Promise<unknown> => fixture.get(Reconciliation).run();
    expect(await run()).toEqual({ ...QUIET, sessions: 1, paymentsRepaired: 1, refundsRepaired: 1 });
    expect(await fixture.order(id)).toMatchObject({ state: 'paid', refundedPence: 700 });
    expect(await run()).toEqual({ ...QUIET, sessions: 1 });
  });

  it('raises money that we have and Stripe has not', async () => {
    const { id, session } = await fixture.paid();
    await fixture.stripe.control(`/sessions/${session}/lose`);
    fixture.clock.advance(10 * 60_000);
    expect(await fixture.get(Reconciliation).run()).toMatchObject({ unexplained: 1 });
    expect(await fixture.tasksOf(id)).toMatchObject([{ kind: 'payment_not_at_stripe' }]);
  });

  it('takes what was fetched over what an old event says, and never moves back', async () => {
    const { id, intent } = await fixture.paid();
    const dispute = await fixture.stripe.control<Stripe.Dispute>('/disputes', { payment_intent: intent });
    await fixture.stripe.control(`/disputes/${dispute.id}/close`, { status: 'lost' });
    expect(await fixture.get(Reconciliation).run()).toMatchObject({ disputesRepaired: 1 });
    // Stripe sends the news that it was opened a day late.
    await fixture.tell('charge.dispute.created', dispute);
    expect(await fixture.query('select state from disputes')).toEqual([{ state: 'lost' }]);
    expect((await fixture.tasksOf(id)).map(({ kind }) => kind)).toEqual(['dispute_closed']);
    // What was fetched before it was closed comes last.
    await fixture.inTransaction((manager) => fixture.get(DisputeOutcomes).take(manager, dispute));
    expect(await fixture.query('select state from disputes')).toEqual([{ state: 'lost' }]);
  });

  it('hands on events whose job was lost', async () => {
    await fixture.query(`insert into stripe_events (id, type, livemode, payload, created_at, received_at)
      values ('evt_lost', 'customer.created', false, '{"id":"evt_lost","type":"customer.created"}', now(), now() - interval '1 hour')`);
    expect(await fixture.get(Reconciliation).run()).toMatchObject({ eventsQueued: 1 });
    expect(await fixture.work()).toEqual(['payment.handle-event']);
  });

  it('lets unpaid orders go after asking Stripe, and keeps the one that was paid in the last minute', async () => {
    const unpaid = await fixture.opened();
    const lastMinute = await fixture.opened();
    await fixture.stripe.pay(lastMinute.session);
    fixture.clock.advance(25 * 3_600_000);
    expect(await fixture.get(Reconciliation).run()).toMatchObject({ ordersExpired: 1, paymentsRepaired: 1 });
    expect((await fixture.order(unpaid.id)).state).toBe('expired');
    expect((await fixture.stripe.session(unpaid.session)).status).toBe('expired');
    expect((await fixture.order(lastMinute.id)).state).toBe('paid');
  });
});

describe('an order whose time is over', () => {
  it('is not given up while Stripe does not answer, nor while a bank decides', async () => {
    const { id, session } = await fixture.opened();
    await fixture.stripe.failNext('POST', 'checkout/sessions');
    await expect(fixture.get(OrderExpiry).expire(id)).rejects.toMatchObject({
      code: 'payment_gateway_unavailable',
    });
    await fixture.stripe.pay(session, { method: 'bank_succeeds_later' });
    expect(await fixture.get(OrderExpiry).expire(id)).toBe(false);
    expect((await fixture.order(id)).state).toBe('awaiting_payment');
  });

  it('is paid when Stripe says so', async () => {
    const { id, session } = await fixture.opened();
    await fixture.stripe.pay(session);
    expect(await fixture.get(OrderExpiry).expire(id)).toBe(false);
    expect((await fixture.order(id)).state).toBe('paid');
  });
});

/** The seller makes a promotion code in the dashboard. */
async function offer(code: string, percent_off: number): Promise<void> {
  const { id: coupon } = await fixture.stripe.api.coupons.create({ percent_off });
  await fixture.stripe.api.promotionCodes.create({ code, promotion: { type: 'coupon', coupon } });
}

describe('a promotion code', () => {
  it('is honoured when we offer codes, down to nothing to pay', async () => {
    await offer('HALF', 50);
    await offer('WHOLE', 100);
    const part = await fixture.opened();
    await fixture.stripe.pay(part.session, { promotion_code: 'HALF' });
    expect((await fixture.get(CheckoutService).confirm(part.session)).paidPence).toBe(2450);
    const whole = await fixture.opened();
    await fixture.stripe.pay(whole.session, { promotion_code: 'WHOLE' });
    expect(await fixture.get(CheckoutService).confirm(whole.session)).toMatchObject({
      state: 'paid',
      paidPence: 0,
    });
    expect(await fixture.get(StaffTasks).open()).toEqual([]);
  });
});
