import pg from 'pg';
import { progress } from '../ratio-table.js';
import { DESK_TABLES, ROWS } from './desk-tables.js';
import { PAPER_TABLES } from './paper-tables.js';

/** Rows a statement. */
const STEP = 50_000;
const INSERTS = [...Object.values(DESK_TABLES), ...Object.values(PAPER_TABLES)];
const tableOf = (insert: string): string => /insert into (\w+)/.exec(insert)?.[1] ?? '';
const TABLES = [...new Set(INSERTS.map(tableOf))];

/** Fills a migrated, empty database with so many orders, and all that hangs on them, by two connections. The audit log has a chain and is filled by {@link fillAuditLog}. @param staff two accounts that reviewed them. */
export async function fill(
  ownerUrl: string,
  orders: number,
  staff: readonly [string, string],
): Promise<void> {
  const clients = [1, 2].map(() => new pg.Client({ connectionString: ownerUrl }));
  const [client] = clients as [pg.Client, pg.Client];
  try {
    for (const one of clients) {
      await one.connect();
      // As in a restored backup: what triggers and foreign keys look after is right already.
      await one.query(
        `set session_replication_role = replica; set maintenance_work_mem = '256MB'; set synchronous_commit = off`,
      );
    }
    const indexes = await looseIndexes(client);
    for (const { name } of indexes) await client.query(`drop index ${name}`);
    await each(clients, INSERTS, async (one, insert) => {
      const start = performance.now();
      for (let from = 1; from <= orders; from += STEP) {
        const values = [from, Math.min(orders, from + STEP - 1), ...staff];
        const used = Math.max(2, ...[...insert.matchAll(/\$(\d)/g)].map(([, place]) => Number(place)));
        await one.query(`${ROWS} ${insert}`, values.slice(0, used));
      }
      if (orders > STEP)
        progress(`  ${tableOf(insert)}: ${Math.round((performance.now() - start) / 1000)} s`);
    });
    await each(clients, indexes, async (one, { definition }) => void (await one.query(definition)));
    if (orders > STEP) progress('  indexes');
    await each(clients, TABLES, async (one, table) => void (await one.query(`vacuum (analyze) ${table}`)));
    await client.query('analyze');
  } finally {
    for (const one of clients) await one.end();
  }
}

/** Does all of it, as many at once as there are connections. */
async function each<Item>(
  clients: readonly pg.Client[],
  items: readonly Item[],
  work: (client: pg.Client, item: Item) => Promise<void>,
): Promise<void> {
  const left = [...items];
  await Promise.all(
    clients.map(async (client) => {
      for (let item = left.shift(); item !== undefined; item = left.shift()) await work(client, item);
    }),
  );
}

/** Indexes that hold no constraint: made anew at the end they take a fraction of the time. */
async function looseIndexes(client: pg.Client): Promise<{ name: string; definition: string }[]> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition from pg_index
     where indrelid = any ($1::regclass[]) and not exists (select 1 from pg_constraint where conindid = indexrelid)`,
    [TABLES],
  );
  return rows;
}
