import type { EntityManager } from 'typeorm';
import type { CountedFollowUps, Did, FollowUp, Helped } from './follow-up.js';

/** The re-check of one order, as far as it has come. */
export interface Recheck {
  readonly remindedAt: Date | null;
  /** The changed answers, if any. */
  readonly assessmentId: string | null;
  readonly did: Did | null;
  readonly helped: Helped | null;
  readonly answeredAt: Date | null;
}

export async function findRecheck(manager: EntityManager, orderId: string): Promise<Recheck | null> {
  const [row] = await manager.query<Recheck[]>(
    `select reminded_at as "remindedAt", assessment_id as "assessmentId", did, helped, answered_at as "answeredAt"
     from rechecks where order_id = $1`,
    [orderId],
  );
  return row ?? null;
}

/**
 * Orders delivered inside a time whose customers were not reminded yet and that nothing stands against, oldest first. Of money that went back in
 * full nothing is asked.
 */
export async function ordersToRemind(
  manager: EntityManager,
  { from, to }: { readonly from: Date; readonly to: Date },
  limit: number,
): Promise<string[]> {
  const rows = await manager.query<{ id: string }[]>(
    `select id from orders where state = 'paid' and delivered_at > $1 and delivered_at <= $2 and erased_at is null
       and (paid_pence = 0 or refunded_pence < paid_pence)
       and not exists (select 1 from rechecks where order_id = orders.id and reminded_at is not null)
       and not exists (select 1 from order_blockers where order_id = orders.id and ended_at is null)
     order by delivered_at, id limit $3`,
    [from, to, limit],
  );
  return rows.map(({ id }) => id);
}

/** @returns false when it was noted before. */
export async function noteReminded(manager: EntityManager, orderId: string, at: Date): Promise<boolean> {
  const rows = await manager.query<object[]>(
    `insert into rechecks (order_id, reminded_at) values ($1, $2)
     on conflict (order_id) do update set reminded_at = excluded.reminded_at where rechecks.reminded_at is null returning order_id`,
    [orderId, at],
  );
  return rows.length > 0;
}

export async function noteChangedAnswers(
  manager: EntityManager,
  orderId: string,
  assessmentId: string,
): Promise<void> {
  await manager.query(
    `insert into rechecks (order_id, assessment_id) values ($1, $2)
     on conflict (order_id) do update set assessment_id = excluded.assessment_id`,
    [orderId, assessmentId],
  );
}

/** The changed answers were edited once more, and are another assessment now. */
export async function moveChangedAnswers(manager: EntityManager, from: string, to: string): Promise<void> {
  await manager.query('update rechecks set assessment_id = $2 where assessment_id = $1', [from, to]);
}

/** The last word counts. */
export async function noteFollowUp(
  manager: EntityManager,
  orderId: string,
  { did, helped }: FollowUp,
  at: Date,
): Promise<void> {
  await manager.query(
    `insert into rechecks (order_id, did, helped, answered_at) values ($1, $2, $3, $4)
     on conflict (order_id) do update set did = excluded.did, helped = excluded.helped, answered_at = excluded.answered_at`,
    [orderId, did, helped, at],
  );
}

/** What was said goes; that the customer was reminded stays, so that it is not done again. */
export async function emptyRecheck(manager: EntityManager, orderId: string): Promise<void> {
  await manager.query(
    'update rechecks set assessment_id = null, did = null, helped = null, answered_at = null where order_id = $1',
    [orderId],
  );
}

export async function countFollowUps(manager: EntityManager): Promise<CountedFollowUps> {
  const rows = await manager.query<{ did: Did; helped: Helped; count: number }[]>(
    'select did, helped, count(*)::int as count from rechecks where did is not null group by did, helped',
  );
  const did = { path: 0, reshape: 0, learn: 0, nothing: 0 };
  const helped = { yes: 0, some: 0, no: 0, unsure: 0 };
  let answers = 0;
  for (const row of rows) {
    did[row.did] += row.count;
    helped[row.helped] += row.count;
    answers += row.count;
  }
  return { answers, did, helped };
}
