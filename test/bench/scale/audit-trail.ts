import type pg from 'pg';
import { auditHash, GENESIS } from '../../../libs/audit/src/audit-hash.js';
import type { AuditKeys } from '../../../libs/audit/src/audit-keys.js';
import { progress } from '../ratio-table.js';
import { STAFF } from './desk-tables.js';

/** Reviews a step. */
const STEP = 4_000;
/** What a reviewer does with an order, and how long before the approval, in minutes. One of fifty is held for a while. */
const ACTS = [
  { action: 'order.viewed', kind: 'order', before: 21 },
  { action: 'review.claimed', kind: 'review', before: 20 },
  { action: 'blueprint.viewed', kind: 'order', before: 18 },
  { action: 'review.held', kind: 'review', before: 9 },
  { action: 'review.approved', kind: 'review', before: 0 },
] as const;

interface Decided {
  readonly id: string;
  readonly orderId: string;
  readonly at: Date;
  readonly staffId: string;
}

/**
 * The audit log of all that was approved, oldest first, chained and signed as the product does it, after what stands there. Each entry is hashed with
 * the one before it, so it is made here and not by PostgreSQL; it goes on where it stopped. @returns whether it is complete.
 */
export async function fillAuditLog(client: pg.Client, keys: AuditKeys, until: number): Promise<boolean> {
  const start = performance.now();
  await client.query('create table if not exists bench_audited (at timestamptz, id uuid, done boolean)');
  let entries = 0;
  while (performance.now() < until) {
    const { rows: reached } = await client.query<{ at: Date; id: string; done: boolean }>(
      'select at::text as at, id, done from bench_audited',
    );
    if (reached[0]?.done) return true;
    const { rows } = await client.query<Decided & { told: string }>(
      `select id, order_id as "orderId", decided_at as at, decided_at::text as told, decided_by as "staffId" from reviews
       where state = 'approved' and decided_at is not null and (decided_at, id) > ($1, $2) order by decided_at, id limit ${STEP}`,
      [
        reached[0]?.at ?? '-infinity',
        reached[0]?.id ?? STAFF[0].replace(/./g, (one) => (one === '-' ? '-' : '0')),
      ],
    );
    const { rows: newest } = await client.query<{ hash: string }>(
      'select hash from audit_log order by id desc limit 1',
    );
    const columns = entriesOf(rows, newest[0]?.hash ?? GENESIS, keys);
    entries += columns[0]?.length ?? 0;
    await client.query('begin');
    await client.query(
      `insert into audit_log (at, staff_id, action, subject_kind, subject_id, previous_hash, hash, key_id)
       select *, '${keys.present}' from unnest($1::timestamptz[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[])`,
      columns,
    );
    const last = rows.at(-1);
    await client.query('delete from bench_audited');
    await client.query('insert into bench_audited values ($1, $2, $3)', [
      last?.told ?? null,
      last?.id ?? null,
      last === undefined,
    ]);
    await client.query('commit');
    if (last === undefined) await client.query('vacuum (analyze) audit_log');
  }
  progress(`  audit_log: ${entries} entries more, ${Math.round((performance.now() - start) / 1000)} s`);
  return false;
}

/** The entries of these reviews, a column of the table each. */
function entriesOf(rows: readonly Decided[], head: string, keys: AuditKeys): string[][] {
  let previousHash = head;
  const columns: string[][] = [[], [], [], [], [], [], []];
  for (const { id, orderId, at: decided, staffId } of rows)
    for (const { action, kind, before } of ACTS) {
      if (action === 'review.held' && Number.parseInt(id.slice(-2), 16) % 50 !== 0) continue;
      const at = new Date(decided.getTime() - before * 60_000);
      const subjectId = kind === 'order' ? orderId : id;
      const entry = {
        ...{ at, staffId, action, subjectKind: kind, subjectId, before: null, after: null },
        ...{ reason: null, ipAddress: null, keyId: keys.present, previousHash },
      };
      const hash = auditHash(entry, keys) ?? '';
      [at.toISOString(), staffId, action, kind, subjectId, previousHash, hash].forEach((value, index) =>
        columns[index]?.push(value),
      );
      previousHash = hash;
    }
  return columns;
}
