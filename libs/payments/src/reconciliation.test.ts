import { StaffTasks } from '@app/tasks';
import { CheckoutService } from './checkout.service.js';
import { OrderExpiry } from './order-expiry.js';
import { Reconciliation } from './reconciliation.js';
import { PaymentHouse } from '../../../test/support/payments/payment-house.js';

let house: PaymentHouse;

beforeEach(async () => {
  house = await PaymentHouse.open({ PROMOTION_CODES: 'true' });
});
afterEach(() => house.close());

async function opened(): Promise<{ id: string; session: string }> {
  const { id } = await house.place();
  await house.get(CheckoutService).open(id);
  return { id, session: await house.sessionOf(id) };
}

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
    const { id, session } = await opened();
    house.stripe.pay(session);
    house.stripe.refundInDashboard(`pi_${session.slice(3)}`, 700);
    const run = (): Promise<unknown> => house.get(Reconciliation).run();
    expect(await run()).toEqual({ ...QUIET, sessions: 1, paymentsRepaired: 1, refundsRepaired: 1 });
    expect(await house.order(id)).toMatchObject({ state: 'paid', refundedPence: 700 });
    expect(await run()).toEqual({ ...QUIET, sessions: 1 });
  });

  it('raises money that we have and Stripe has not', async () => {
    const { id, session } = await opened();
    house.stripe.pay(session);
    await house.get(CheckoutService).confirm(session);
    house.stripe.sessions.delete(session);
    house.clock.advance(10 * 60_000);
    expect(await house.get(Reconciliation).run()).toMatchObject({ unexplained: 1 });
    expect(await house.tasksOf(id)).toMatchObject([{ kind: 'payment_not_at_stripe' }]);
  });

  it('takes what was fetched over what an old event says, and never moves back', async () => {
    const { id, session } = await opened();
    house.stripe.pay(session);
    await house.get(CheckoutService).confirm(session);
    const dispute = {
      id: 'dp_1',
      object: 'dispute',
      payment_intent: `pi_${session.slice(3)}`,
      amount: 4900,
      reason: 'general',
      status: 'lost',
      created: 1795500000,
    };
    house.stripe.others.set('dp_1', dispute);
    expect(await house.get(Reconciliation).run()).toMatchObject({ disputesRepaired: 1 });
    // Stripe sends the news that it was opened a day late.
    await house.tell('charge.dispute.created', { ...dispute, status: 'needs_response' });
    expect(await house.query('select state from disputes')).toEqual([{ state: 'lost' }]);
    expect((await house.tasksOf(id)).map(({ kind }) => kind)).toEqual(['dispute_closed']);
    house.stripe.others.set('dp_1', { ...dispute, status: 'needs_response' });
    expect(await house.get(Reconciliation).run()).toMatchObject({ disputesRepaired: 0 });
    expect(await house.query('select state from disputes')).toEqual([{ state: 'lost' }]);
  });

  it('hands on events whose job was lost', async () => {
    await house.query(`insert into stripe_events (id, type, livemode, payload, created_at, received_at)
      values ('evt_lost', 'customer.created', false, '{"id":"evt_lost","type":"customer.created"}', now(), now() - interval '1 hour')`);
    expect(await house.get(Reconciliation).run()).toMatchObject({ eventsQueued: 1 });
    expect(await house.work()).toEqual(['payment.handle-event']);
  });

  it('lets unpaid orders go after asking Stripe, and keeps the one that was paid in the last minute', async () => {
    const unpaid = await opened();
    const lastMinute = await opened();
    house.stripe.pay(lastMinute.session);
    house.clock.advance(25 * 3_600_000);
    expect(await house.get(Reconciliation).run()).toMatchObject({ ordersExpired: 1, paymentsRepaired: 1 });
    expect((await house.order(unpaid.id)).state).toBe('expired');
    expect(house.stripe.sessions.get(unpaid.session)?.status).toBe('expired');
    expect((await house.order(lastMinute.id)).state).toBe('paid');
  });
});

describe('an order whose time is over', () => {
  it('is not given up while Stripe does not answer, nor while a bank decides', async () => {
    const { id, session } = await opened();
    house.stripe.failNext(503);
    await expect(house.get(OrderExpiry).expire(id)).rejects.toMatchObject({
      code: 'payment_gateway_unavailable',
    });
    house.stripe.change(session, {
      status: 'complete',
      payment_intent: { id: 'pi_1', status: 'processing' },
    });
    expect(await house.get(OrderExpiry).expire(id)).toBe(false);
    expect((await house.order(id)).state).toBe('awaiting_payment');
  });

  it('is paid when Stripe says so', async () => {
    const { id, session } = await opened();
    house.stripe.pay(session);
    expect(await house.get(OrderExpiry).expire(id)).toBe(false);
    expect((await house.order(id)).state).toBe('paid');
  });
});

describe('a promotion code', () => {
  it('is honoured when we offer codes, down to nothing to pay', async () => {
    const part = await opened();
    house.stripe.pay(part.session, { amount_total: 2450, total_details: { amount_discount: 2450 } });
    expect((await house.get(CheckoutService).confirm(part.session)).paidPence).toBe(2450);
    const whole = await opened();
    house.stripe.change(whole.session, {
      status: 'complete',
      payment_status: 'no_payment_required',
      amount_total: 0,
      total_details: { amount_discount: 4900 },
    });
    expect(await house.get(CheckoutService).confirm(whole.session)).toMatchObject({
      state: 'paid',
      paidPence: 0,
    });
    expect(await house.get(StaffTasks).open()).toEqual([]);
  });
});
