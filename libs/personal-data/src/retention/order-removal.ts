import type { EntityManager } from 'typeorm';

/**
 * Every table that holds a part of an order, the parts before what they hang on. `$1` is the list of orders. A table that is added to the
 * schema and points at one of these must be added here; a test compares this list with the database's own.
 */
export const PARTS_OF_ORDERS: readonly (readonly [table: string, where: string])[] = [
  ['deliveries', 'order_id = any($1)'],
  ['downloads', 'link_id in (select id from download_links where order_id = any($1))'],
  ['download_links', 'order_id = any($1)'],
  ['reviews', 'order_id = any($1)'],
  ['blueprints', 'order_id = any($1)'],
  ['receipts', 'order_id = any($1)'],
  ['refunds', 'order_id = any($1)'],
  ['payments', 'order_id = any($1)'],
  ['checkout_sessions', 'order_id = any($1)'],
  ['order_consents', 'order_id = any($1)'],
  ['order_events', 'order_id = any($1)'],
  ['staff_tasks', 'order_id = any($1)'],
];

/** Removes whole orders with every trace of their customers, in the caller's transaction; and the answers that nothing points at then. */
export async function removeOrders(manager: EntityManager, orderIds: readonly string[]): Promise<void> {
  const rows = await manager.query<{ id: string }[]>(
    'select distinct assessment_id as id from orders where id = any($1)',
    [orderIds],
  );
  for (const [table, where] of PARTS_OF_ORDERS)
    await manager.query(`delete from ${table} where ${where}`, [orderIds]);
  await manager.query('delete from orders where id = any($1)', [orderIds]);
  // Answers to an unpaid order keep the time of a free assessment; emptied ones have none left.
  await manager.query(
    `delete from assessments a where a.id = any($1) and a.erased_at is not null
       and not exists (select 1 from orders o where o.assessment_id = a.id)`,
    [rows.map(({ id }) => id)],
  );
}
