import { newSecret } from '@app/kernel';
import { StaffTasks, type StaffTask } from '@app/tasks';
import { tamper } from '@app/testing';
import { PaymentFixture } from '../../../test/support/payments/payment-fixture.js';
import { CheckoutService } from './checkout.service.js';
import { SessionOutcomes } from './session-outcomes.js';
import { StripeGateway } from './stripe-gateway.js';

let fixture: PaymentFixture;
beforeAll(async () => {
  fixture = await PaymentFixture.open();
});
afterAll(() => fixture?.close());
beforeEach(() => {
  fixture.clock.set(new Date());
});

/** Takes over how a session stands at Stripe. */
const apply = async (session: string, changes: object = {}): Promise<string> => {
  const stored = await fixture.get(StripeGateway).session(session);
  if (!stored) throw new Error('Stripe knows no such session');
  return await fixture.inTransaction((manager) =>
    fixture.get(SessionOutcomes).apply(manager, { ...stored, ...changes }),
  );
};
const attempts = (orderId: string): Promise<object[]> =>
  fixture.query('select state, session_id from checkout_sessions where order_id = $1', [orderId]);
const change = (orderId: string, set: string): Promise<void> =>
  tamper(fixture.database.source, `update checkout_sessions set ${set} where order_id = '${orderId}'`);
const taskAbout = async (session: string): Promise<StaffTask | undefined> =>
  (await fixture.get(StaffTasks).open()).find(({ subject }) => subject === session);

describe('a session that was paid', () => {
  it.each([
    ['nothing like an order', () => 'nonsense'],
    ['more before it than an order', (id: string) => `x${id}`],
    ['more after it than an order', (id: string) => `${id}x`],
  ])('and names %s is a task, with what to give back', async (_what, named) => {
    const { id, session } = await fixture.opened();
    const { payment_intent: intent } = await fixture.stripe.pay(session);
    await fixture.stripe.alter(session, { order_id: named(id) });
    expect(await apply(session)).toBe('payment_unknown_order: task raised');
    expect(await taskAbout(session)).toMatchObject({
      orderId: null,
      summary: `A payment of £49 names no order that we have. Refund ${intent} in full (£49) unless you settle it otherwise.`,
      data: { sessionId: session, paymentIntentId: intent, amountPence: 4900, currency: 'gbp' },
    });
    expect(await attempts(id)).toMatchObject([{ state: 'open' }]);
  });

  it('and whose answer we never got is known from then on', async () => {
    const { id, session } = await fixture.opened();
    await change(id, `state = 'opening', session_id = null`);
    await fixture.stripe.pay(session);
    expect(await apply(session)).toBe('order paid');
    expect(await attempts(id)).toEqual([{ state: 'paid', session_id: session }]);
  });

  it('takes the place of no other pay page, whose own it is not', async () => {
    const { id, session } = await fixture.opened();
    await change(id, `session_id = 'cs_other_${id}'`);
    await fixture.stripe.pay(session);
    expect(await apply(session)).toBe('order paid');
    expect(await attempts(id)).toEqual([{ state: 'open', session_id: `cs_other_${id}` }]);
  });

  it('pays the order that it names, and leaves the pay page of another as it is', async () => {
    const [{ id }, other] = [await fixture.place(), await fixture.opened()];
    await fixture.stripe.pay(other.session);
    await fixture.stripe.alter(other.session, { order_id: id });
    expect(await apply(other.session)).toBe('order paid');
    expect(await fixture.order(id)).toMatchObject({ state: 'paid', paidPence: 4900 });
    expect(await fixture.order(other.id)).toMatchObject({ state: 'awaiting_payment' });
    expect(await attempts(other.id)).toMatchObject([{ state: 'open' }]);
  });

  it('for an order without any pay page pays it', async () => {
    const { id, session } = await fixture.opened();
    await tamper(fixture.database.source, `delete from checkout_sessions where order_id = '${id}'`);
    await fixture.stripe.pay(session);
    expect(await apply(session)).toBe('order paid');
  });

  it('pays for what was chosen on its pay page, whatever was chosen since', async () => {
    const formToken = newSecret();
    const { id, choiceId, assessmentId } = await fixture.place({ formToken });
    await fixture.get(CheckoutService).open(id);
    const session = await fixture.sessionOf(id);
    const startChoice = 'start_after_cancellation_period';
    const again = await fixture.place({ formToken, assessmentId, startChoice });
    expect(again.id).toBe(id);
    expect(again.choiceId).not.toBe(choiceId);
    await fixture.stripe.pay(session);
    expect(await apply(session)).toBe('order paid');
    expect(await fixture.order(id)).toMatchObject({ choiceId, startChoice: 'start_now' });
  });

  it('by a code that takes all of it off is paid now, with nothing to give back', async () => {
    const { id, session } = await fixture.opened();
    await fixture.stripe.pay(session);
    const free = {
      ...{ payment_intent: null, amount_total: 0, allow_promotion_codes: true },
      total_details: { amount_discount: 4900 },
    };
    expect(await apply(session, free)).toBe('order paid');
    expect(await fixture.order(id)).toMatchObject({ paidAt: fixture.clock.now(), paidPence: 0 });
    const second = { ...free, id: `${session}_again` };
    expect(await apply(session, second)).toBe('payment_second: task raised');
    expect((await taskAbout(second.id))?.summary).toMatch(
      /A payment of £0 for order .*\. Nothing was charged\.$/,
    );
  });

  it('is dated by now where Stripe’s clock is ahead of ours', async () => {
    const { id, session } = await fixture.opened();
    await fixture.stripe.pay(session);
    const now = new Date(Date.now() - 600_000);
    fixture.clock.set(now);
    await apply(session);
    expect((await fixture.order(id)).paidAt).toEqual(now);
  });

  it('and does not fit stands in the history of its order', async () => {
    const { id, session } = await fixture.opened();
    await fixture.stripe.pay(session);
    await fixture.stripe.alter(session, { amount_total: 4800, amount_subtotal: 4800 });
    await apply(session);
    expect((await fixture.orders.events(id)).at(-1)).toMatchObject({
      name: 'payment_refused',
      at: fixture.clock.now(),
      data: { kind: 'payment_wrong_amount', amountPence: 4800 },
    });
    expect(await taskAbout(session)).toMatchObject({ orderId: id });
  });
});
