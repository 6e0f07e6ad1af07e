import type { EntityManager } from 'typeorm';
import { Blueprint } from './blueprint.entity.js';

export async function hasDraft(manager: EntityManager, orderId: string): Promise<boolean> {
  return await manager.existsBy(Blueprint, { orderId, state: 'drafted' });
}

/** Empties every version of an order, of which no copy is outside any more; an emptied one keeps the time at which it was. */
export async function emptyBlueprints(manager: EntityManager, orderId: string, at: Date): Promise<void> {
  await manager.query(
    `update blueprints set snapshot = '{}', pdf = null, pdf_outside_since = null, calendar_file = null, erased_at = $2
     where order_id = $1 and erased_at is null`,
    [orderId, at],
  );
}

export async function removeBlueprintsOfOrders(
  manager: EntityManager,
  orderIds: readonly string[],
): Promise<void> {
  await manager.query('delete from blueprints where order_id = any($1)', [orderIds]);
}
