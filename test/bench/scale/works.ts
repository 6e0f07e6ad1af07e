import { createHash } from 'node:crypto';
import { DataSource } from 'typeorm';
import { DeliveryService } from '@app/delivery';
import { ReviewFolder, ReviewQueue } from '@app/desk-reading';
import { orderRecordsEndBefore, plusDays, plusMonths, RETENTION } from '@app/kernel';
import { OnTimeRecord, OrderForgetting, RECHECK_DAYS } from '@app/orders';
import { Claims, QUEUE_FILTERS } from '@app/review';
import { StaffTasks } from '@app/tasks';
import { pressingOrders, ordersNotStarted } from '../../../libs/orders/src/promises.store.js';
import { ordersToRemind } from '../../../libs/orders/src/recheck/rechecks.store.js';
import { overdueDeliveries } from '../../../libs/delivery/src/delivery.store.js';
import type { Work } from '../measure.js';
import type { Filled } from './desk-of.js';

export interface NamedWork {
  readonly what: string;
  readonly work: (filled: Filled) => Work;
}

/** An old, delivered order that every size has. */
const OLD = 777;
const uuid = (table: string, n: number): string => {
  const hex = createHash('md5').update(`${table}${n}`).digest('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
};
const token = (n: number): string => `t${String(n).padStart(42, '0')}`;

/** A page over HTTP, which must be there. */
const page =
  (open: () => Promise<{ statusCode?: number; status?: number; body: string }>): Work =>
  async () => {
    const { statusCode, status, body } = await open();
    if ((statusCode ?? status) !== 200)
      throw new Error(`answered ${statusCode ?? status}: ${body.slice(0, 300)}`);
  };

const queue = (what: string, ask: (queue: ReviewQueue, staffId: string) => unknown): NamedWork => ({
  what,
  work: ({ desk, staffId }) => {
    const reading = desk.app.get(ReviewQueue);
    return () => ask(reading, staffId);
  },
});
const find = (
  what: string,
  term: (row: { reference: string; email: string; name: string }) => string,
): NamedWork => ({
  what: `search: ${what}`,
  work: ({ desk }) => {
    const folder = desk.app.get(ReviewFolder);
    let words: string | undefined;
    return async () => {
      if (words === undefined) {
        const [row] = await desk.database.source.query<{ reference: string; email: string; name: string }[]>(
          'select reference, customer_email as email, customer_name as name from orders where id = $1',
          [uuid('o', 7)],
        );
        if (!row) throw new Error('the order is there');
        words = term(row);
      }
      return await folder.find(words);
    };
  },
});

/** Everything that must not grow with the years, asked through the public functions that the product asks by. */
export const WORKS: readonly NamedWork[] = [
  ...QUEUE_FILTERS.map((name) =>
    queue(`queue: ${name}`, (reading, staffId) => reading.list({ filters: [name], staffId, rows: 50 })),
  ),
  queue('queue: page 4', (reading, staffId) =>
    reading.list({ filters: ['open'], staffId, rows: 50, from: 150 }),
  ),
  queue('queue: search “x”', (reading, staffId) =>
    reading.list({ filters: ['open'], staffId, rows: 50, search: 'x' }),
  ),
  queue('queue: counts', (reading, staffId) => reading.countsFor(staffId)),
  queue('queue: next for me', (reading, staffId) => reading.nextFor({ staffId, decide: true, second: true })),
  find('reference', ({ reference }) => reference),
  find('email', ({ email }) => email),
  find('name', ({ name }) => name),
  find('last name', ({ name }) => name.split(' ')[1] ?? ''),
  find('beginning of a name', ({ name }) => (name.split(' ')[1] ?? '').slice(0, 4)),
  find('one letter', () => 'x'),
  { what: 'page: the queue', work: ({ visitor }) => page(() => visitor.open('/reviews')) },
  {
    what: 'page: an order at the desk',
    work: ({ visitor }) => page(() => visitor.open(`/orders/${uuid('o', OLD)}`)),
  },
  {
    what: 'page: an order on the site',
    work: ({ site }) => page(() => site.inject(`/orders/${token(OLD)}`)),
  },
  {
    what: 'on-time record',
    work: ({ desk }) => {
      const record = desk.app.get(OnTimeRecord);
      // As on any day: what has ended was counted in the night.
      let counted: Promise<void> | undefined;
      return async () => {
        await (counted ??= record.count());
        return await record.months();
      };
    },
  },
  {
    what: 'open tasks',
    work:
      ({ desk }) =>
      () =>
        desk.app.get(StaffTasks).open(),
  },
  {
    what: 'emails to settle',
    work:
      ({ desk }) =>
      () =>
        desk.app.get(DeliveryService).unsettled(),
  },
  {
    what: 'due: overdue emails',
    work:
      ({ desk }) =>
      () =>
        overdueDeliveries(desk.app.get(DataSource).manager, desk.clock.now()),
  },
  {
    what: 'due: promises at risk',
    work:
      ({ desk }) =>
      () =>
        pressingOrders(desk.app.get(DataSource).manager, desk.clock.now()),
  },
  {
    what: 'due: orders not started',
    work:
      ({ desk }) =>
      () =>
        ordersNotStarted(desk.app.get(DataSource).manager, desk.clock.now()),
  },
  {
    what: 'due: lapsed claims',
    work:
      ({ desk }) =>
      () =>
        desk.app.get(Claims).releaseStale(),
  },
  {
    what: 'due: re-checks',
    work:
      ({ desk }) =>
      () => {
        const to = plusDays(desk.clock.now(), -RECHECK_DAYS);
        return ordersToRemind(desk.app.get(DataSource).manager, { from: plusDays(to, -1), to }, 200);
      },
  },
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
