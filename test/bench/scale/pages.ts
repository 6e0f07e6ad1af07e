import { DeliveryService } from '@app/delivery';
import { FigureCount, MOST_MATCHES, ReviewFolder, ReviewQueue } from '@app/desk-reading';
import { OnTimeRecord, OrdersService } from '@app/orders';
import { QUEUE_FILTERS } from '@app/review';
import { StaffTasks } from '@app/tasks';
import { PersonalExports } from '../../../apps/site/src/your-data/exports/personal-exports.js';
import type { Work } from '../measure.js';
import { NOW } from './desk-tables.js';
import type { Filled } from './desk-of.js';

export interface NamedWork {
  readonly what: string;
  readonly work: (filled: Filled) => Work;
  /** What it does for each of something may grow with their number, and is measured for one of them. */
  readonly per?: {
    readonly one: string;
    /** How many there are: SQL. */
    readonly count: string;
    /** It looks at each of them, as it must; it is done once, and there is no plan to compare. */
    readonly whole?: true;
  };
}

/** An old, delivered order that every size has. */
export const OLD = 777;
export const uuid = (table: string, n: number): string =>
  `${table.charCodeAt(0).toString(16)}${n.toString(16).padStart(30, '0')}`.replace(
    /^(.{8})(.{4})(.{4})(.{4})/,
    '$1-$2-$3-$4-',
  );
export const token = (n: number): string => `t${String(n).padStart(42, '0')}`;

/** A page over HTTP, which must be there. */
export const page =
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
  per?: NamedWork['per'],
): NamedWork => ({
  what: `search: ${what}`,
  ...(per && { per }),
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

const lastName = (name: string): string => name.split(' ')[1] ?? '';
/** Whom a search brings up: more than so many it asks for another word. @param part SQL of a column. */
const called = (part: string): NamedWork['per'] => ({
  one: 'match',
  count: `select least(${MOST_MATCHES + 1}, count(*)) as count from orders
    where to_tsvector('simple', customer_name) @@ to_tsquery('simple', (select ${part} from orders where id = '${uuid('o', 7)}') || ':*')`,
});

/** What people open and ask for, which must not grow with the years, asked through the public functions that the product asks by. */
export const PAGES: readonly NamedWork[] = [
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
  find(
    'last name, for one who has it',
    ({ name }) => lastName(name),
    called(`split_part(customer_name, ' ', 2)`),
  ),
  find(
    'beginning of a name, for one who has it',
    ({ name }) => lastName(name).slice(0, 4),
    called(`left(split_part(customer_name, ' ', 2), 4)`),
  ),
  find('one letter', () => 'x'),
  { what: 'page: the queue', work: ({ visitor }) => page(() => visitor.open('/reviews')) },
  {
    what: 'page: an order at the desk',
    work: ({ visitor }) => page(() => visitor.open(`/orders/${uuid('o', OLD)}`)),
  },
  ...(['stuck', 'tasks', 'deliveries', 'jobs', 'audit', 'staff'] as const).map((where) => ({
    what: `page: ${where}`,
    work: ({ visitor }: Filled) => page(() => visitor.open(`/${where}`)),
  })),
  {
    what: 'page: figures, for one order of 13 weeks',
    // As on any day: what was decided is counted every five minutes, and the days that have ended each night.
    work: ({ desk, visitor }) => {
      let counted: Promise<unknown> | undefined;
      return async () => {
        await (counted ??= Promise.all([
          desk.app.get(FigureCount).count(),
          desk.app.get(OnTimeRecord).count(),
        ]));
        await page(() => visitor.open('/figures'))();
      };
    },
    per: {
      one: 'order',
      count: `select count(*) from reviews where decided_at > timestamptz '${NOW}' - interval '13 weeks'`,
    },
  },
  {
    what: 'page: an order on the site',
    work: ({ site }) => page(() => site.inject(`/orders/${token(OLD)}`)),
  },
  {
    what: 'page: a feed of changes',
    work: ({ site }) => page(() => site.inject('/changes.atom')),
  },
  {
    what: 'personal-data export of an order',
    work: ({ site }) => {
      const [orders, exports] = [
        site.get(OrdersService, { strict: false }),
        site.get(PersonalExports, { strict: false }),
      ];
      return async () => {
        const order = await orders.byId(uuid('o', OLD));
        if (!order) throw new Error('the order is there');
        return await exports.order(order);
      };
    },
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
];
