import pg from 'pg';
import type { Work } from '../measure.js';

interface Asked {
  readonly text: string;
  readonly values: readonly unknown[];
}
interface PlanNode {
  readonly 'Shared Hit Blocks'?: number;
  readonly 'Shared Read Blocks'?: number;
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly Plans?: readonly PlanNode[];
}

/** Tables that grow with the orders: reading one of them through is what must not be. */
const GROWING = new Set([
  'orders',
  'reviews',
  'blueprints',
  'payments',
  'deliveries',
  'assessments',
  'order_events',
  'audit_log',
  'staff_tasks',
  'order_blockers',
  'order_choices',
  'order_consents',
  'checkout_sessions',
  'stripe_events',
  'refunds',
  'refund_requests',
  'disputes',
  'receipts',
  'credit_notes',
  'delivery_attempts',
  'download_links',
  'downloads',
  'rechecks',
  'corrections',
]);

/** Of a table that is read without an index. */
const THROUGH = 'read through';
/** A table of so many pages of 8 kB is rightly read through. */
const SMALL = 40;

/** What a piece of work asks of the database. */
async function questionsOf(work: Work): Promise<Asked[]> {
  const asked: Asked[] = [];
  const query = pg.Client.prototype.query as (...given: unknown[]) => unknown;
  const spy = function (this: pg.Client, ...given: unknown[]): unknown {
    const [first, second] = given;
    const text = typeof first === 'string' ? first : (first as Partial<Asked> | null)?.text;
    if (text && /^\s*(select|with|set local|update|delete|insert [^]*\bselect)\b/i.test(text))
      asked.push({ text, values: Array.isArray(second) ? second : ((first as Partial<Asked>).values ?? []) });
    return query.apply(this, given);
  };
  Object.assign(pg.Client.prototype, { query: spy });
  try {
    await work();
  } finally {
    Object.assign(pg.Client.prototype, { query });
  }
  return asked;
}

interface Read {
  readonly table: string;
  /** What the index leads with, or {@link THROUGH}. */
  readonly by: string;
  readonly pages: number;
}

/** What each index leads with: of two that lead with the same column either is as good. */
type Leads = ReadonlyMap<string, string>;

async function leadsOf(client: pg.Client): Promise<Leads> {
  const { rows } = await client.query<{ name: string; leads: string }>(
    `select c.relname as name, pg_get_indexdef(i.indexrelid, 1, true) as leads from pg_index i join pg_class c on c.oid = i.indexrelid`,
  );
  return new Map(rows.map(({ name, leads }) => [name, leads.replace(/\s+/g, ' ')]));
}

/** What a node reads, whether row by row, by a bitmap or in an index alone. */
const reads = (node: PlanNode, leads: Leads, table = node['Relation Name'] ?? ''): Read[] => {
  const own = (by: string): Read => ({ table, by, pages: pagesOf(node) });
  const index = node['Index Name'];
  return [
    ...(index ? [own(leads.get(index) ?? index)] : []),
    ...(/Seq Scan/.test(node['Node Type']) ? [own(THROUGH)] : []),
    ...(node.Plans ?? []).flatMap((inner) =>
      reads(inner, leads, inner['Relation Name'] ?? (/^Bitmap/.test(inner['Node Type']) ? table : '')),
    ),
  ];
};

const pagesOf = (node: PlanNode): number =>
  (node['Shared Hit Blocks'] ?? 0) + (node['Shared Read Blocks'] ?? 0);

/** How a piece of work reads the database. */
export interface Reading {
  /** Each growing table with what the index that it was read by leads with, or that it was read through; sorted. */
  readonly plan: readonly string[];
  /** Growing tables that are so small here that reading them through is right, and costs nothing. */
  readonly small: ReadonlySet<string>;
  /** Pages of 8 kB that were touched: a count, which no other work on the machine disturbs. */
  readonly pages: number;
}

/** Whether two sizes are read in the same way, apart from tables that are small at one of them. */
export function sameWay(one: Reading, other: Reading): boolean {
  const told = ({ plan }: Reading): string =>
    plan
      .filter((each) => ![...one.small, ...other.small].some((table) => each.startsWith(`${table} `)))
      .join();
  return told(one) === told(other);
}

/** Asks anew what the work asked, in a transaction that is undone. */
export async function readingOf(work: Work, url: string): Promise<Reading> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const found: Read[] = [];
    const leads = await leadsOf(client);
    let pages = 0;
    await client.query('begin');
    for (const { text, values } of await questionsOf(work)) {
      if (/^\s*set local/i.test(text)) {
        await client.query(text);
        continue;
      }
      const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: PlanNode }] }>(
        `explain (analyze, buffers, timing off, format json) ${text.replace(/\bfor (no key )?update( skip locked)?\s*$/i, '')}`,
        [...values],
      );
      const plan = rows[0]?.['QUERY PLAN'][0].Plan;
      if (!plan) continue;
      // What a plan holds ready and never asked, it did not read.
      found.push(...reads(plan, leads).filter(({ table, pages: read }) => GROWING.has(table) && read > 0));
      pages += pagesOf(plan);
    }
    const through = found.filter(({ by }) => by === THROUGH);
    return {
      plan: [...new Set(found.map(({ table, by }) => `${table} ${by}`))].sort(),
      small: new Set(through.filter(({ pages: read }) => read <= SMALL).map(({ table }) => table)),
      pages,
    };
  } finally {
    await client.end();
  }
}

/** A whole growing table is read that is not small. */
export const readsThrough = ({ plan, small }: Reading): boolean =>
  plan.some(
    (read) => read.endsWith(` ${THROUGH}`) && ![...small].some((table) => read.startsWith(`${table} `)),
  );
