import type { EntityManager } from 'typeorm';

/** Until when something must have happened for the answers and the blueprint behind an order to be due. */
export interface ErasureDates {
  readonly deliveredBy: Date;
  /** Paid, then cancelled without a delivery. */
  readonly cancelledBy: Date;
}

export interface EndedOrder {
  readonly id: string;
  /** When money last moved, as far as orders know; null when it never did. */
  readonly movedAt: Date | null;
}

/** The conditions stand as the indexes over them do (`orders_unerased`, `orders_cancelled_unerased`, `orders_ended_unpaid`). */
export async function ordersDueForErasure(
  manager: EntityManager,
  { deliveredBy, cancelledBy }: ErasureDates,
  after: string | null,
  limit: number,
): Promise<string[]> {
  const rows = await manager.query<{ id: string }[]>(
    // Apart, since the planner would rather walk through every order by id in hope of so many that are due.
    `with due as materialized (
       select id from orders where
         (case when erased_at is null then delivered_at end) <= $1 or
         (case when erased_at is null and delivered_at is null and state = 'cancelled' and paid_at is not null then cancelled_at end) <= $2)
     select id from due where $3::uuid is null or id > $3 order by id limit $4`,
    [deliveredBy, cancelledBy, after, limit],
  );
  return rows.map(({ id }) => id);
}

export async function unpaidOrdersEnded(
  manager: EntityManager,
  before: Date,
  after: string | null,
  limit: number,
): Promise<string[]> {
  const rows = await manager.query<{ id: string }[]>(
    `select id from orders
     where (case when state in ('expired', 'cancelled') and paid_at is null then coalesce(cancelled_at, expired_at) end) <= $1
       and ($2::uuid is null or id > $2)
     order by id limit $3 for update skip locked`,
    [before, after, limit],
  );
  return rows.map(({ id }) => id);
}

export async function ordersMadeBefore(
  manager: EntityManager,
  before: Date,
  after: string | null,
  limit: number,
): Promise<EndedOrder[]> {
  return await manager.query<EndedOrder[]>(
    `select id, greatest(paid_at, refunded_at, disputed_at) as "movedAt" from orders
     where created_at < $1 and coalesce(greatest(paid_at, refunded_at, disputed_at), '-infinity') < $1
       and ($2::uuid is null or id > $2)
     order by id limit $3 for update skip locked`,
    [before, after, limit],
  );
}

export async function assessmentsWithOrders(
  manager: EntityManager,
  assessmentIds: readonly string[],
): Promise<string[]> {
  const rows = await manager.query<{ id: string }[]>(
    'select distinct assessment_id as id from orders where assessment_id = any($1)',
    [assessmentIds],
  );
  return rows.map(({ id }) => id);
}

/** Their choices and consents go with them, and only so. @returns the assessments that they rested on. */
export async function removeOrders(manager: EntityManager, orderIds: readonly string[]): Promise<string[]> {
  await manager.query('delete from corrections where order_id = any($1)', [orderIds]);
  await manager.query('delete from rechecks where order_id = any($1)', [orderIds]);
  await manager.query('delete from order_blockers where order_id = any($1)', [orderIds]);
  await manager.query('delete from order_events where order_id = any($1)', [orderIds]);
  const [rows] = await manager.query<[{ id: string }[], number]>(
    'delete from orders where id = any($1) returning assessment_id as id',
    [orderIds],
  );
  return [...new Set(rows.map(({ id }) => id))];
}
