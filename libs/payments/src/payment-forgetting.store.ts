import type { EntityManager } from 'typeorm';

/** When money last came in for each of these orders; an order without any is not in the map. */
export async function lastPayments(
  manager: EntityManager,
  orderIds: readonly string[],
): Promise<ReadonlyMap<string, Date>> {
  const rows = await manager.query<{ orderId: string; at: Date }[]>(
    `select order_id as "orderId", max(received_at) as at from payments where order_id = any($1) group by order_id`,
    [orderIds],
  );
  return new Map(rows.map(({ orderId, at }) => [orderId, at]));
}

export async function removePaymentsOfOrders(
  manager: EntityManager,
  orderIds: readonly string[],
): Promise<void> {
  for (const table of [
    'refund_decisions',
    'refund_requests',
    'disputes',
    'credit_notes',
    'receipts',
    'refunds',
    'payments',
    'checkout_sessions',
  ])
    await manager.query(`delete from ${table} where order_id = any($1)`, [orderIds]);
}

/** Empties what Stripe wrote, if it was dealt with at or before a moment. @returns how many, at most `limit`. */
export async function emptyEvents(manager: EntityManager, before: Date, limit: number): Promise<number> {
  const [, emptied] = await manager.query<[unknown[], number]>(
    // In the order of the index over those in full; in none, PostgreSQL reads the table through in hope of the first few.
    `update stripe_events set payload = '{}' where id in (
       select id from stripe_events where handled_at <= $1 and payload <> '{}' order by handled_at limit $2 for update skip locked)`,
    [before, limit],
  );
  return emptied;
}
