import { CheckoutService, reconcilePayments } from '@app/payments';
import { StaffTasks } from '@app/tasks';
import { schedules } from '../../apps/worker/src/schedules.js';
import { WorkerFixture } from '../support/schedules/worker-fixture.js';

let fixture: WorkerFixture;
beforeAll(async () => {
  fixture = await WorkerFixture.open();
});
afterAll(() => fixture?.close());

interface Paid {
  readonly orderId: string;
  readonly intent: string;
}
async function paid(name: string): Promise<Paid> {
  const { order, session } = await fixture.paidUnseen(`${name}@example.org`);
  await fixture.get(CheckoutService).confirm(session);
  const [row] = await fixture.query<{ intent: string }>(
    'select payment_intent_id as intent from payments where order_id = $1',
    [order.id],
  );
  return { orderId: order.id, intent: row?.intent ?? '' };
}
const at = async (path: string, body: string | URLSearchParams, type: string): Promise<{ id: string }> => {
  const answer = await fetch(`${fixture.sandbox.url}/${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${fixture.environment.STRIPE_SECRET_KEY}`, 'content-type': type },
    body,
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as { id: string };
};
/** What somebody does in Stripe's dashboard. */
const refund = ({ intent }: Paid, amount: number): Promise<{ id: string }> =>
  at(
    'v1/refunds',
    new URLSearchParams({ payment_intent: intent, amount: String(amount) }),
    'application/x-www-form-urlencoded',
  );
const control = (path: string, body: object = {}): Promise<{ id: string }> =>
  at(`_sandbox/${path}`, JSON.stringify(body), 'application/json');

describe('by its schedule, although no webhook ever arrives,', () => {
  it('reconciliation finds payments, refunds, failed refunds and disputes, opened and closed, and what Stripe does not know', async () => {
    const lost = await fixture.paidUnseen('lost@example.org');
    const [given, failed, opened, closed, won, strange] = await Promise.all(
      ['given', 'failed', 'opened', 'closed', 'won', 'strange'].map(paid),
    );
    if (!given || !failed || !opened || !closed || !won || !strange) throw new Error('nobody paid');
    await refund(given, 900);
    const { id: sentBack } = await refund(failed, 900);
    await fixture.query(
      `insert into refunds (id, order_id, payment_intent_id, amount_pence, status, created_at, updated_at)
       values ($1, $2, $3, 900, 'succeeded', now(), now())`,
      [sentBack, failed.orderId, failed.intent],
    );
    await fixture.query('update orders set refunded_pence = 900, refunded_at = now() where id = $1', [
      failed.orderId,
    ]);
    await control(`refunds/${sentBack}/fail`);
    await control('disputes', { payment_intent: opened.intent });
    for (const [each, status] of [
      [closed, 'lost'],
      [won, 'won'],
    ] as const) {
      const { id } = await control('disputes', { payment_intent: each.intent });
      await control(`disputes/${id}/close`, { status });
    }
    await fixture.query(
      `insert into refunds (id, order_id, payment_intent_id, amount_pence, status, created_at, updated_at)
       values ('re_nowhere', $1, $2, 100, 'pending', now() - interval '30 days', now())`,
      [strange.orderId, strange.intent],
    );
    await fixture.query(
      `insert into disputes (id, order_id, payment_intent_id, amount_pence, state, reason, opened_at)
       values ('dp_nowhere', $1, $2, 4900, 'open', 'general', now() - interval '30 days')`,
      [strange.orderId, strange.intent],
    );

    await fixture.start({ schedules: schedules.filter(({ job }) => job === reconcilePayments) });
    expect(await fixture.ticked()).toMatchObject([
      { name: 'payment.reconcile', last_error: null, failing: false },
    ]);

    const rows = await fixture.query<{
      email: string;
      state: string;
      refunded: number;
      disputes: string | null;
    }>(
      `select split_part(customer_email, '@', 1) as email, o.state, refunded_pence as refunded,
         (select string_agg(d.state, ', ') from disputes d where d.order_id = o.id) as disputes
       from orders o order by customer_email`,
    );
    expect(rows).toEqual([
      { email: 'closed', state: 'paid', refunded: 0, disputes: 'lost' },
      { email: 'failed', state: 'paid', refunded: 0, disputes: null },
      { email: 'given', state: 'paid', refunded: 900, disputes: null },
      { email: 'lost', state: 'paid', refunded: 0, disputes: null },
      { email: 'opened', state: 'paid', refunded: 0, disputes: 'open' },
      { email: 'strange', state: 'paid', refunded: 0, disputes: 'open' },
      { email: 'won', state: 'paid', refunded: 0, disputes: 'won' },
    ]);
    expect(lost.order.state).toBe('awaiting_payment');
    const tasks = (await fixture.get(StaffTasks).open()).map(({ kind, orderId }) => [
      kind,
      rowOf(orderId, { given, failed, opened, closed, won, strange }),
    ]);
    expect(tasks.sort()).toEqual([
      ['dispute_closed', 'closed'],
      ['dispute_closed', 'won'],
      ['dispute_not_at_stripe', 'strange'],
      ['dispute_opened', 'opened'],
      ['refund_failed', 'failed'],
      ['refund_not_at_stripe', 'strange'],
    ]);
    // A lost dispute and an open one bind their orders.
    const bound = await fixture.query<{ order_id: string }>(
      `select order_id from order_blockers where kind = 'dispute' and ended_at is null`,
    );
    expect(bound.map(({ order_id }) => order_id).sort()).toEqual([opened.orderId, closed.orderId].sort());
  });
});

const rowOf = (orderId: string | null, orders: Readonly<Record<string, Paid>>): string | undefined =>
  Object.keys(orders).find((name) => orders[name]?.orderId === orderId);
