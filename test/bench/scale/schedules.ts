import pg from 'pg';
import { DataSource } from 'typeorm';
import { DeliveryService } from '@app/delivery';
import { FigureCount } from '@app/desk-reading';
import { orderRecordsEndBefore, plusDays, plusMonths, RETENTION } from '@app/kernel';
import { OnTimeRecord, OrderForgetting, RECHECK_DAYS } from '@app/orders';
import { Claims } from '@app/review';
import { AuditChain } from '../../../libs/audit/src/audit-chain.js';
import { countNotices, overdueDeliveries } from '../../../libs/delivery/src/delivery.store.js';
import { correctionsDue } from '../../../libs/orders/src/on-time.store.js';
import { pressingCorrections } from '../../../libs/orders/src/correction/corrections.store.js';
import { unpaidOrders } from '../../../libs/orders/src/order/orders.store.js';
import { ordersNotStarted, pressingOrders } from '../../../libs/orders/src/promises.store.js';
import { countFollowUps, ordersToRemind } from '../../../libs/orders/src/recheck/rechecks.store.js';
import { overdueCheckouts } from '../../../libs/payments/src/checkout-session.store.js';
import { disputesToCompare } from '../../../libs/payments/src/dispute.store.js';
import { paymentsBetween } from '../../../libs/payments/src/payment.store.js';
import { refundsToCompare } from '../../../libs/payments/src/refund.store.js';
import { unhandledEvents } from '../../../libs/payments/src/stripe-event.store.js';
import { RetentionRun } from '../../../libs/personal-data/src/retention/retention-run.js';
import { NOW } from './desk-tables.js';
import type { Filled } from './desk-of.js';
import type { NamedWork } from './pages.js';

type Ask = (filled: Filled, manager: DataSource['manager']) => Promise<unknown>;
const asks = (what: string, ask: Ask, per?: NamedWork['per']): NamedWork => ({
  what,
  work: (filled) => {
    const { manager } = filled.desk.app.get(DataSource);
    return () => ask(filled, manager);
  },
  ...(per && { per }),
});

/** What autovacuum does after a night's erasures. */
async function sweepUp(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  await client.query('vacuum (analyze) orders, assessments').finally(() => client.end());
}

/** Days that Stripe's lists and ours are compared over. */
const COMPARED = 7;
const now = new Date(NOW);
const since = plusDays(now, -COMPARED);
const inDays = (table: string, column: string, days: number): string =>
  `select count(*) from ${table} where ${column} > timestamptz '${NOW}' - interval '${days} days' and ${column} <= '${NOW}'`;

/** What runs by itself, as the schedules ask it; what one of them does with what it finds is measured elsewhere. */
export const SCHEDULES: readonly NamedWork[] = [
  asks('delivery.sweep: overdue emails', (_, manager) => overdueDeliveries(manager, now)),
  asks('delivery.sweep: unsettled emails', ({ desk }) => desk.app.get(DeliveryService).unsettled()),
  asks('order.watch-promises: at risk', (_, manager) => pressingOrders(manager, now)),
  asks('order.watch-promises: corrections', (_, manager) => pressingCorrections(manager, now)),
  asks('order.watch-promises: not started', (_, manager) => ordersNotStarted(manager, now)),
  asks('review.release-stale', ({ desk }) => desk.app.get(Claims).releaseStale()),
  // The first run, which warms up, counts a quarter; those after it look at the last day again.
  asks(
    'review.count-figures: nothing decided since, for one decision of a day',
    ({ desk }) => desk.app.get(FigureCount).count(),
    {
      one: 'decision',
      count: `select count(*) from reviews where state in ('approved', 'returned')
        and decided_at >= (select max(decided_at) from review_figures) - interval '1 day'`,
    },
  ),
  asks(
    'order.remind-rechecks, for one of a day',
    (_, manager) => {
      const to = plusDays(now, -RECHECK_DAYS);
      return ordersToRemind(manager, { from: plusDays(to, -1), to }, 200);
    },
    { one: 'delivery', count: inDays('orders', 'created_at', 1) },
  ),
  asks('payment.reconcile: events', (_, manager) => unhandledEvents(manager, now)),
  asks('payment.reconcile: pay pages', (_, manager) => overdueCheckouts(manager, now, 200)),
  asks('payment.reconcile: unpaid orders', (_, manager) => unpaidOrders(manager, now, 200)),
  asks(
    'payment.reconcile: payments, for one of a week',
    (_, manager) => paymentsBetween(manager, since, now),
    {
      one: 'payment',
      count: inDays('payments', 'received_at', COMPARED),
    },
  ),
  asks('payment.reconcile: refunds, for one of a week', (_, manager) => refundsToCompare(manager, since), {
    one: 'refund',
    count: inDays('refunds', 'created_at', COMPARED),
  }),
  asks('payment.reconcile: disputes, for one of a week', (_, manager) => disputesToCompare(manager, since), {
    one: 'dispute',
    count: inDays('disputes', 'opened_at', COMPARED),
  }),
  {
    what: 'personal-data.erase-out-of-time: nothing due',
    // The first run erases what is due; as on any night, what it left is swept up before the next.
    work: ({ desk, site }) => {
      const run = (): Promise<unknown> => site.get(RetentionRun, { strict: false }).run();
      let erased: Promise<unknown> | undefined;
      return async () => {
        await (erased ??= run().then(() => sweepUp(desk.database.ownerUrl)));
        await run();
      };
    },
  },
  asks('order.count-on-time, for one order of its days', ({ desk }) => desk.app.get(OnTimeRecord).count(), {
    one: 'order',
    count: inDays('orders', 'created_at', 7),
  }),
  asks(
    'on-time record: corrections, for one of a year',
    (_, manager) => correctionsDue(manager, plusMonths(now, -12), now),
    { one: 'correction', count: inDays('corrections', 'promise_at', 365) },
  ),
  asks('on-time record: what people did, for one answer', (_, manager) => countFollowUps(manager), {
    one: 'answer',
    count: 'select count(*) from rechecks where did is not null',
  }),
  asks('emails of a day to one address', (_, manager) =>
    manager.transaction((inner) =>
      countNotices(inner, plusDays(now, -1), { recipient: 'x@example.org', notice: 'order-link' }),
    ),
  ),
  asks('audit.anchor', ({ anchor, desk }) => desk.app.get(AuditChain).anchor(anchor)),
  asks('audit.tell-admins: the whole log, for one entry', ({ desk }) => desk.app.get(AuditChain).verify(), {
    one: 'entry',
    count: 'select count(*) from audit_log',
    whole: true,
  }),
  ...retention(),
];

function retention(): NamedWork[] {
  const by = (
    what: string,
    ask: (forgetting: OrderForgetting, source: DataSource, now: Date) => Promise<unknown>,
  ): NamedWork => ({
    what: `retention: ${what}`,
    work: ({ desk }) => {
      const [forgetting, source] = [desk.app.get(OrderForgetting), desk.app.get(DataSource)];
      return () => ask(forgetting, source, desk.clock.now());
    },
  });
  return [
    by('blueprints', (forgetting, { manager }, now) =>
      forgetting.dueForErasure(
        manager,
        {
          deliveredBy: plusMonths(now, -RETENTION.blueprintMonths),
          cancelledBy: plusMonths(now, -RETENTION.savedAssessmentMonths),
        },
        null,
        200,
      ),
    ),
    by('unpaid orders', (forgetting, source, now) =>
      source.transaction((manager) =>
        forgetting.endedUnpaid(manager, plusDays(now, -RETENTION.unpaidOrderDays), null, 200),
      ),
    ),
    by('records', (forgetting, source, now) =>
      source.transaction((manager) => forgetting.quietSince(manager, orderRecordsEndBefore(now), null, 200)),
    ),
  ];
}
