import pg from 'pg';
import { progress } from '../ratio-table.js';
import { DESK_TABLES, PEOPLE, STAFF } from './desk-tables.js';
import { fillAuditLog } from './audit-trail.js';
import { PAPER_TABLES } from './paper-tables.js';
import type { AuditKeys } from '../../../libs/audit/src/audit-keys.js';

/** Rows a step: some seconds. */
const STEP = 100_000;
const INSERTS = [...Object.entries(DESK_TABLES), ...Object.entries(PAPER_TABLES)];
const TABLES = [
  ...new Set(INSERTS.map(([, insert]) => /insert into (\w+)/.exec(insert)?.[1] ?? '')),
  'audit_log',
];

type Work = (client: pg.Client) => Promise<unknown>;

/**
 * Fills a migrated, empty database with so many orders and all that hangs on them, in steps that are done once each: after an end before the end
 * it goes on where it stopped. As in a restored backup, triggers and foreign keys do not look: what they look after is right already. Indexes that
 * hold no constraint are made at the end, in a fraction of the time.
 * @param keys sign the audit log; null leaves it empty.
 * @param until no step begins after this; `performance.now()`.
 * @returns whether it is full.
 */
export async function fill(
  ownerUrl: string,
  orders: number,
  keys: AuditKeys | null,
  until: number,
): Promise<boolean> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(
      `set session_replication_role = replica; set maintenance_work_mem = '512MB'; set work_mem = '128MB'; set synchronous_commit = off;
       create table if not exists bench_steps (name text primary key, seconds real not null)`,
    );
    for (const [name, work] of await stepsOf(client, orders)) {
      const { rowCount } = await client.query('select 1 from bench_steps where name = $1', [name]);
      if (rowCount) continue;
      if (performance.now() > until) return false;
      const start = performance.now();
      const alone = name.startsWith('vacuum');
      if (!alone) await client.query('begin');
      await work(client);
      const seconds = (performance.now() - start) / 1000;
      await client.query('insert into bench_steps (name, seconds) values ($1, $2)', [name, seconds]);
      if (!alone) await client.query('commit');
      if (orders > STEP) progress(`  ${name}: ${Math.round(seconds)} s`);
    }
    return keys === null || (await fillAuditLog(client, keys, until));
  } finally {
    await client.end();
  }
}

async function stepsOf(client: pg.Client, orders: number): Promise<[string, Work][]> {
  const spans: [number, number][] = [];
  for (let from = 1; from <= orders; from += STEP) spans.push([from, Math.min(orders, from + STEP - 1)]);
  await client.query(
    `create table if not exists bench_indexes as
     select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition from pg_index
     where indrelid = any ($1::regclass[]) and not exists (select 1 from pg_constraint where conindid = indexrelid)`,
    [TABLES],
  );
  const { rows: indexes } = await client.query<{ name: string; definition: string }>(
    'select name, definition from bench_indexes order by name',
  );
  return [
    ['accounts', (one) => one.query(accounts)],
    ...indexes.map(({ name }): [string, Work] => [
      `without ${name}`,
      (one) => one.query(`drop index ${name}`),
    ]),
    [
      'people: table',
      (one) =>
        one.query(
          `create unlogged table people as ${PEOPLE.replace('$1', '1').replace('$2', '1')} with no data`,
        ),
    ],
    ...spans.map(([from, to]): [string, Work] => [
      `people: ${from}`,
      (one) =>
        one.query(`insert into people ${PEOPLE.replace('$1', String(from)).replace('$2', String(to))}`),
    ]),
    ['vacuum people', (one) => one.query('vacuum (analyze) people')],
    ...INSERTS.flatMap(([what, insert]) =>
      spans.map(([from, to]): [string, Work] => [
        `${what}: ${from}`,
        (one) =>
          one.query(
            insert.replace(
              'from people',
              `from (select * from people where n between ${from} and ${to}) people`,
            ),
          ),
      ]),
    ),
    ...indexes.map(({ name, definition }): [string, Work] => [
      `with ${name}`,
      (one) => one.query(definition),
    ]),
    ...TABLES.filter((table) => table !== 'audit_log').map((table): [string, Work] => [
      `vacuum ${table}`,
      (one) => one.query(`vacuum (analyze) ${table}`),
    ]),
  ];
}

const accounts = `insert into staff (id, email, name, roles, password_hash, totp_secret_sealed, created_at)
  select id, id || '@example.org', 'Reviewer', '{reviewer, approver}', 'x', 'x', timestamptz '2020-01-01' from unnest('{${STAFF.join(',')}}'::uuid[]) as id`;
