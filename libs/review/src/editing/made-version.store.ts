import { type EntityManager } from 'typeorm';
import { MadeVersion } from './made-version.entity.js';

export async function insertMadeVersion(manager: EntityManager, made: MadeVersion): Promise<void> {
  await manager.insert(MadeVersion, made);
}

const OF_ORDERS = 'review_id in (select id from reviews where order_id = any($1))';

/** @param instead stands where a reason or an instruction stood. */
export async function emptyMadeVersions(
  manager: EntityManager,
  orderId: string,
  instead: string,
): Promise<void> {
  await manager.query(`update made_versions set words = $2 where words <> '' and ${OF_ORDERS}`, [
    [orderId],
    instead,
  ]);
}

export async function removeMadeVersions(manager: EntityManager, orderIds: readonly string[]): Promise<void> {
  await manager.query(`delete from made_versions where ${OF_ORDERS}`, [orderIds]);
}
