import pg from 'pg';
import { auditHash, GENESIS } from '../../../libs/audit/src/audit-hash.js';
import type { AuditKeys } from '../../../libs/audit/src/audit-keys.js';
import { progress } from '../ratio-table.js';

/** Rows a statement. */
const STEP = 20_000;
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
 * The audit log of all that was approved, oldest first, chained and signed as the product does it, after what stands there. It has five rows for an order,
 * hashed one after the other, so it is made here and not by PostgreSQL.
 */
export async function fillAuditLog(ownerUrl: string, keys: AuditKeys): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  const start = performance.now();
  let previousHash = GENESIS;
  let entries = 0;
  try {
    await client.query(
      'begin; set local session_replication_role = replica; set local synchronous_commit = off',
    );
    const { rows: newest } = await client.query<{ hash: string }>(
      'select hash from audit_log order by id desc limit 1',
    );
    previousHash = newest[0]?.hash ?? GENESIS;
    await client.query(
      `declare decided cursor for select id, order_id as "orderId", decided_at as at, decided_by as "staffId" from reviews where state = 'approved' order by decided_at`,
    );
    for (;;) {
      const { rows } = await client.query<Decided>(`fetch ${STEP / 5} from decided`);
      if (rows.length === 0) break;
      const columns: (string | null)[][] = [[], [], [], [], [], [], []];
      for (const row of rows)
        for (const { action, kind, before } of ACTS) {
          if (action === 'review.held' && !row.id.startsWith('00') && !row.id.startsWith('a1')) continue;
          const at = new Date(row.at.getTime() - before * 60_000);
          const subjectId = kind === 'order' ? row.orderId : row.id;
          const entry = {
            ...{ at, staffId: row.staffId, action, subjectKind: kind, subjectId, before: null, after: null },
            ...{ reason: null, ipAddress: null, keyId: keys.present, previousHash },
          };
          const hash = auditHash(entry, keys) ?? '';
          [at.toISOString(), row.staffId, action, kind, subjectId, previousHash, hash].forEach(
            (value, index) => columns[index]?.push(value),
          );
          previousHash = hash;
          entries += 1;
        }
      await client.query(
        `insert into audit_log (at, staff_id, action, subject_kind, subject_id, previous_hash, hash, key_id)
         select *, '${keys.present}' from unnest($1::timestamptz[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[])`,
        columns,
      );
    }
    await client.query('commit');
    await client.query('vacuum (analyze) audit_log');
  } finally {
    await client.end();
  }
  if (entries > 100_000)
    progress(`  audit_log: ${entries} entries, ${Math.round((performance.now() - start) / 1000)} s`);
}
