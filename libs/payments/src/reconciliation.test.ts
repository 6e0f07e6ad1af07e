import type Stripe from 'stripe';
import { StaffTasks } from '@app/tasks';
import { CheckoutService } from './checkout.service.js';
import { DisputeOutcomes } from './dispute-outcomes.js';
import { OrderExpiry } from './order-expiry.js';
import { Reconciliation } from './reconciliation.js';
import { PaymentHouse } from '../../../test/support/payments/payment-house.js';

let house: PaymentHouse;

beforeEach(async () => {
  house = await PaymentHouse.open({ PROMOTION_CODES: 'true' });
});
afterEach(() => house.close());

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
    const { id, session } = await house.opened();
    const { payment_intent: intent } = await house.stripe.pay(session);
    await house.stripe.refund(intent, 700);
    const run = (): Promise<unknown> => house.get(Reconciliation).run();
    expect(await run()).toEqual({ ...QUIET, sessions: 1, paymentsRepaired: 1, refundsRepaired: 1 });
    expect(await house.order(id)).toMatchObject({ state: 'paid', refundedPence: 700 });
    expect(await run()).toEqual({ ...QUIET, sessions: 1 });
  });

  it('raises money that we have and Stripe has not', async () => {
    const { id, session } = await house.paid();
    await house.stripe.control(`/sessions/${session}/lose`);
    house.clock.advance(10 * 60_000);
    expect(await house.get(Reconciliation).run()).toMatchObject({ unexplained: 1 });
    expect(await house.tasksOf(id)).toMatchObject([{ kind: 'payment_not_at_stripe' }]);
  });

  it('takes what was fetched over what an old event says, and never moves back', async () => {
    const { id, intent } = await house.paid();
    const dispute = await house.stripe.control<Stripe.Dispute>('/disputes', { payment_intent: intent });
    await house.stripe.control(`/disputes/${dispute.id}/close`, { status: 'lost' });
    expect(await house.get(Reconciliation).run()).toMatchObject({ disputesRepaired: 1 });
    // Stripe sends the news that it was opened a day late.
    await house.tell('charge.dispute.created', dispute);
    expect(await house.query('select state from disputes')).toEqual([{ state: 'lost' }]);
    expect((await house.tasksOf(id)).map(({ kind }) => kind)).toEqual(['dispute_closed']);
    // What was fetched before it was closed comes last.
    await house.inTransaction((manager) => house.get(DisputeOutcomes).take(manager, dispute));
    expect(await house.query('select state from disputes')).toEqual([{ state: 'lost' }]);
  });

  it('hands on events whose job was lost', async () => {
    await house.query(`insert into stripe_events (id, type, livemode, payload, created_at, received_at)
      values ('evt_lost', 'customer.created', false, '{"id":"evt_lost","type":"customer.created"}', now(), now() - interval '1 hour')`);
    expect(await house.get(Reconciliation).run()).toMatchObject({ eventsQueued: 1 });
    expect(await house.work()).toEqual(['payment.handle-event']);
  });

  it('lets unpaid orders go after asking Stripe, and keeps the one that was paid in the last minute', async () => {
    const unpaid = await house.opened();
    const lastMinute = await house.opened();
    await house.stripe.pay(lastMinute.session);
    house.clock.advance(25 * 3_600_000);
    expect(await house.get(Reconciliation).run()).toMatchObject({ ordersExpired: 1, paymentsRepaired: 1 });
    expect((await house.order(unpaid.id)).state).toBe('expired');
    expect((await house.stripe.session(unpaid.session)).status).toBe('expired');
    expect((await house.order(lastMinute.id)).state).toBe('paid');
  });
});

describe('an order whose time is over', () => {
  it('is not given up while Stripe does not answer, nor while a bank decides', async () => {
    const { id, session } = await house.opened();
    await house.stripe.failNext('POST', 'checkout/sessions');
    await expect(house.get(OrderExpiry).expire(id)).rejects.toMatchObject({
      code: 'payment_gateway_unavailable',
    });
    await house.stripe.pay(session, { method: 'bank_succeeds_later' });
    expect(await house.get(OrderExpiry).expire(id)).toBe(false);
    expect((await house.order(id)).state).toBe('awaiting_payment');
  });

  it('is paid when Stripe says so', async () => {
    const { id, session } = await house.opened();
    await house.stripe.pay(session);
    expect(await house.get(OrderExpiry).expire(id)).toBe(false);
    expect((await house.order(id)).state).toBe('paid');
  });
});

/** The seller makes a promotion code in the dashboard. */
async function offer(code: string, percent_off: number): Promise<void> {
  const { id: coupon } = await house.stripe.api.coupons.create({ percent_off });
  await house.stripe.api.promotionCodes.create({ code, promotion: { type: 'coupon', coupon } });
}

describe('a promotion code', () => {
  it('is honoured when we offer codes, down to nothing to pay', async () => {
    await offer('HALF', 50);
    await offer('WHOLE', 100);
    const part = await house.opened();
    await house.stripe.pay(part.session, { promotion_code: 'HALF' });
    expect((await house.get(CheckoutService).confirm(part.session)).paidPence).toBe(2450);
    const whole = await house.opened();
    await house.stripe.pay(whole.session, { promotion_code: 'WHOLE' });
    expect(await house.get(CheckoutService).confirm(whole.session)).toMatchObject({
      state: 'paid',
      paidPence: 0,
    });
    expect(await house.get(StaffTasks).open()).toEqual([]);
  });
});
