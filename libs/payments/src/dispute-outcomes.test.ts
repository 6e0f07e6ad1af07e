import type Stripe from 'stripe';
import { formatDayTime } from '@app/kernel';
import type { Order } from '@app/orders';
import { StaffTasks, type StaffTask } from '@app/tasks';
import { CheckoutService } from './checkout.service.js';
import { DisputeOutcomes } from './dispute-outcomes.js';
import { SessionOutcomes } from './session-outcomes.js';
import { StripeGateway } from './stripe-gateway.js';
import { PaymentFixture } from '../../../test/support/payments/payment-fixture.js';

let fixture: PaymentFixture;

beforeAll(async () => {
  fixture = await PaymentFixture.open();
});
afterAll(() => fixture?.close());

const take = (dispute: Stripe.Dispute): Promise<string> =>
  fixture.inTransaction((manager) => fixture.get(DisputeOutcomes).take(manager, dispute));
const warned = (warning: Stripe.Radar.EarlyFraudWarning): Promise<string> =>
  fixture.inTransaction((manager) => fixture.get(DisputeOutcomes).fraudWarned(manager, warning));
const close = (id: string, status: 'won' | 'lost'): Promise<Stripe.Dispute> =>
  fixture.stripe.control(`/disputes/${id}/close`, { status });
/** What a payment's bank does, of a kind that has no payment at Stripe's stand-in. */
const dispute = (changes: object): Stripe.Dispute =>
  ({
    ...{ id: 'dp_x', object: 'dispute', amount: 4900, reason: 'general', status: 'needs_response' },
    ...{ payment_intent: 'pi_unknown', created: 1_790_000_000, evidence_details: { due_by: null } },
    ...changes,
  }) as unknown as Stripe.Dispute;

async function disputed(): Promise<{ order: Order; opened: Stripe.Dispute }> {
  const { id, intent } = await fixture.paid();
  const opened = await fixture.stripe.control<Stripe.Dispute>('/disputes', { payment_intent: intent });
  return { order: await fixture.order(id), opened };
}
const kept = async (id: string): Promise<unknown> =>
  (
    await fixture.query(
      'select state, order_id, amount_pence, reason, due_at, opened_at, closed_at from disputes where id = $1',
      [id],
    )
  )[0];
const blockers = (orderId: string): Promise<object[]> =>
  fixture.query(
    'select kind, reason, source, opened_at, ended_at, ended_reason from order_blockers where order_id = $1',
    [orderId],
  );
const tasksAbout = async (subject: string): Promise<StaffTask[]> =>
  (await fixture.get(StaffTasks).open()).filter((task) => task.subject === subject);
const moment = (seconds: number | null | undefined): Date => new Date(Number(seconds) * 1000);

describe('a dispute', () => {
  it('stays on the order when it ends, whichever news comes first, and is a task with its deadline', async () => {
    const { id, intent } = await fixture.paid();
    const { data: charges } = await fixture.stripe.api.charges.list({ payment_intent: intent });
    const warning = await fixture.stripe.control<object>('/early-fraud-warnings', { charge: charges[0]?.id });
    const opened = await fixture.stripe.control<Stripe.Dispute>('/disputes', { payment_intent: intent });
    const closed = await fixture.stripe.control<Stripe.Dispute>(`/disputes/${opened.id}/close`, {
      status: 'lost',
    });
    await fixture.tell('charge.dispute.closed', closed);
    await fixture.tell('charge.dispute.created', opened);
    await fixture.tell('radar.early_fraud_warning.created', warning);
    expect((await fixture.order(id)).disputedAt).toEqual(new Date(opened.created * 1000));
    // Whoever was to answer it need not any more.
    expect((await fixture.tasksOf(id)).map(({ kind }) => kind).sort()).toEqual([
      'dispute_closed',
      'early_fraud_warning',
    ]);
    expect(
      await fixture.query('select state, amount_pence from disputes where id = $1', [opened.id]),
    ).toEqual([{ state: 'lost', amount_pence: 4900 }]);
    expect(await fixture.eventNames(id)).toEqual([
      'placed',
      'paid',
      'disputed',
      'dispute_closed',
      'fraud_warned',
      'blocked',
    ]);
  });

  it('is kept as Stripe has it, binds its order, and asks staff for an answer in time, once', async () => {
    const { order, opened } = await disputed();
    expect(await take(opened)).toBe('dispute recorded');
    const [due, at] = [moment(opened.evidence_details.due_by), moment(opened.created)];
    expect(await kept(opened.id)).toEqual({
      ...{ state: 'open', order_id: order.id, amount_pence: 4900, reason: 'fraudulent' },
      ...{ due_at: due, opened_at: at, closed_at: null },
    });
    expect(await blockers(order.id)).toMatchObject([
      { kind: 'dispute', source: opened.id, opened_at: at, ended_at: null },
    ]);
    const [task] = await tasksAbout(opened.id);
    expect(task).toMatchObject({
      kind: 'dispute_opened',
      orderId: order.id,
      summary: `The customer's bank disputes £49 of order ${order.reference} (fraudulent). Answer it in Stripe before ${formatDayTime(due)}.`,
      data: { status: 'needs_response', reason: 'fraudulent', amountPence: 4900 },
    });
    await fixture.inTransaction((manager) =>
      fixture.get(StaffTasks).closeFor(manager, { kind: 'dispute_opened', subject: opened.id }, null, 'done'),
    );
    // The bank gives us a day more: the deadline moves, and whoever has answered is not asked again.
    const later = Number(opened.evidence_details.due_by) + 86_400;
    await take({ ...opened, evidence_details: { ...opened.evidence_details, due_by: later } });
    expect(await kept(opened.id)).toMatchObject({ due_at: moment(later) });
    expect(await tasksAbout(opened.id)).toEqual([]);
  });

  it.each([
    ['won', { ended_reason: 'The dispute ended: won' }],
    ['lost', { ended_at: null }],
  ] as const)('%s: told once, and only the one that was won lets its order go', async (status, blocker) => {
    const { order, opened } = await disputed();
    await take(opened);
    const ended = await close(opened.id, status);
    expect(await take(ended)).toBe(`dispute ${status}`);
    expect(await take(ended)).toBe(`dispute ${status} already`);
    expect(await kept(opened.id)).toMatchObject({ state: status, closed_at: fixture.clock.now() });
    expect(await blockers(order.id)).toMatchObject([blocker]);
    expect(await tasksAbout(opened.id)).toMatchObject([
      {
        kind: 'dispute_closed',
        orderId: order.id,
        summary: `The dispute about £49 of order ${order.reference} has ended: ${status}.`,
        data: { status },
      },
    ]);
    expect(
      await fixture.query(
        `select resolution from staff_tasks where subject = $1 and kind = 'dispute_opened'`,
        [opened.id],
      ),
    ).toEqual([{ resolution: `ended: ${status}` }]);
    expect(
      (await fixture.orders.events(order.id)).find(({ name }) => name === 'dispute_closed'),
    ).toMatchObject({
      data: { disputeId: opened.id, status },
    });
  });

  it('about money we do not know goes to staff without an order and without a date; one about none is not ours', async () => {
    expect(await take(dispute({}))).toBe('dispute without an order: task raised');
    expect(await take(dispute({ id: 'dp_y', evidence_details: undefined }))).toMatch('task raised');
    for (const id of ['dp_x', 'dp_y'])
      expect(await tasksAbout(id)).toMatchObject([
        { orderId: null, summary: "The customer's bank disputes £49 (general). Answer it in Stripe." },
      ]);
    await take(dispute({ status: 'won' }));
    expect(await tasksAbout('dp_x')).toMatchObject([
      { kind: 'dispute_closed', orderId: null, summary: 'The dispute about £49 has ended: won.' },
    ]);
    for (const payment_intent of [null, undefined])
      expect(await take(dispute({ id: 'dp_none', payment_intent }))).toMatch('is not ours');
    expect(await kept('dp_none')).toBeUndefined();
  });

  it('told of before its payment binds the order once that is known', async () => {
    const { id, session } = await fixture.opened();
    const { payment_intent: intent } = await fixture.stripe.pay(session);
    expect(await take(dispute({ id: 'dp_early', payment_intent: { id: intent } }))).toMatch(
      'without an order',
    );
    await fixture.get(CheckoutService).confirm(session);
    expect(await kept('dp_early')).toMatchObject({ order_id: id, state: 'open' });
    expect((await fixture.order(id)).disputedAt).toEqual(moment(1_790_000_000));
    expect(await blockers(id)).toMatchObject([{ kind: 'dispute', source: 'dp_early' }]);
  });

  it('told of at the same moment as its payment waits for it, and binds the order', async () => {
    const { id, session } = await fixture.opened();
    const { payment_intent: intent } = await fixture.stripe.pay(session);
    const stored = await fixture.get(StripeGateway).session(session);
    if (!stored) throw new Error('Stripe knows no such session');
    await fixture.overlapped(
      (manager) => fixture.get(SessionOutcomes).apply(manager, stored),
      (manager) =>
        fixture.get(DisputeOutcomes).take(manager, dispute({ id: 'dp_same', payment_intent: intent })),
    );
    expect(await kept('dp_same')).toMatchObject({ order_id: id });
    expect(await blockers(id)).toMatchObject([{ kind: 'dispute', source: 'dp_same' }]);
  });
});

describe('a warning of fraud', () => {
  const warning = (changes: object): Stripe.Radar.EarlyFraudWarning =>
    ({
      ...{ id: 'issfr_x', created: 1_790_000_000, fraud_type: 'made_with_stolen_card', actionable: true },
      ...changes,
    }) as unknown as Stripe.Radar.EarlyFraudWarning;

  it('binds its order and asks staff whether to give the money back', async () => {
    const { id, intent } = await fixture.paid();
    const { reference } = await fixture.order(id);
    expect(await warned(warning({ payment_intent: intent }))).toBe('fraud warning: task raised');
    expect(await blockers(id)).toMatchObject([
      {
        kind: 'fraud_warning',
        reason: 'The card issuer suspects fraud (made_with_stolen_card)',
        source: 'issfr_x',
        opened_at: moment(1_790_000_000),
      },
    ]);
    expect(await tasksAbout('issfr_x')).toMatchObject([
      {
        kind: 'early_fraud_warning',
        orderId: id,
        summary: `A card issuer suspects fraud of order ${reference} (made_with_stolen_card). Refunding now usually prevents a dispute.`,
        data: { type: 'made_with_stolen_card', actionable: true },
      },
    ]);
    expect((await fixture.orders.events(id)).find(({ name }) => name === 'fraud_warned')).toMatchObject({
      at: moment(1_790_000_000),
      data: { type: 'made_with_stolen_card' },
    });
  });

  it('about money we do not know goes to staff all the same', async () => {
    await warned(warning({ id: 'issfr_y', payment_intent: null }));
    expect(await tasksAbout('issfr_y')).toMatchObject([
      { orderId: null, summary: expect.stringContaining('suspects fraud (made_with_stolen_card)') },
    ]);
  });
});
