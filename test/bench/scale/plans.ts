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
]);

/** What a piece of work asks of the database. */
async function questionsOf(work: Work): Promise<Asked[]> {
  const asked: Asked[] = [];
  const query = pg.Client.prototype.query as (...given: unknown[]) => unknown;
  const spy = function (this: pg.Client, ...given: unknown[]): unknown {
    const [first, second] = given;
    const text = typeof first === 'string' ? first : (first as Partial<Asked> | null)?.text;
    if (text && /^\s*(select|with|set local)\b/i.test(text))
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

const reads = (node: PlanNode): string[] => [
  ...(node['Relation Name'] || node['Index Name']
    ? [`${node['Node Type']} ${node['Index Name'] ?? node['Relation Name'] ?? ''}`]
    : []),
  ...(node.Plans ?? []).flatMap(reads),
];

/** How a piece of work reads the database. */
export interface Reading {
  /** Each node over a growing table with its index or table, sorted; those of small tables are left out. */
  readonly plan: readonly string[];
  /** Pages of 8 kB that were touched: a count, which no other work on the machine disturbs. */
  readonly pages: number;
}

/** Asks anew what the work asked, in a transaction that is undone. */
export async function readingOf(work: Work, url: string): Promise<Reading> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const found: string[] = [];
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
      found.push(...reads(plan).filter((one) => isGrowing(one)));
      pages += (plan['Shared Hit Blocks'] ?? 0) + (plan['Shared Read Blocks'] ?? 0);
    }
    return { plan: [...new Set(found)].sort(), pages };
  } finally {
    await client.end();
  }
}

const isGrowing = (read: string): boolean =>
  [...GROWING].some(
    (table) => read.endsWith(` ${table}`) || read.includes(` ${table}_`) || read.includes('PK_'),
  );

/** A whole growing table is read. */
export const readsThrough = (plan: readonly string[]): boolean => plan.some((read) => /Seq Scan/.test(read));
