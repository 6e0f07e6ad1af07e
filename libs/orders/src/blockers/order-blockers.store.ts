import { type EntityManager, In, IsNull } from 'typeorm';
import type { BlockerKind } from './blocker-kinds.js';
import { OrderBlocker } from './order-blocker.entity.js';

export type OpenedBlocker = Pick<
  OrderBlocker,
  'id' | 'orderId' | 'kind' | 'reason' | 'source' | 'openedAt' | 'openedBy'
>;
export type BlockerEnd = Pick<OrderBlocker, 'endedAt' | 'endedBy' | 'endedReason' | 'endAct'>;

/** @returns false when one of its kind stands already, or its source was told of before; nothing is changed then. */
export async function openBlocker(manager: EntityManager, blocker: OpenedBlocker): Promise<boolean> {
  const inserted = await manager
    .createQueryBuilder()
    .insert()
    .into(OrderBlocker)
    .values(blocker)
    .orIgnore()
    .returning('id')
    .execute();
  return (inserted.raw as unknown[]).length > 0;
}

/** @param source of this source only. @returns false when none such stands. */
export async function endBlocker(
  manager: EntityManager,
  which: { readonly orderId: string; readonly kind: BlockerKind; readonly source?: string },
  end: BlockerEnd,
): Promise<boolean> {
  const { affected } = await manager.update(OrderBlocker, { ...which, endedAt: IsNull() }, end);
  return affected === 1;
}

/** Those that stand, oldest first. */
export async function currentBlockers(
  manager: EntityManager,
  orderIds: readonly string[],
): Promise<OrderBlocker[]> {
  return await manager.find(OrderBlocker, {
    where: { orderId: In([...orderIds]), endedAt: IsNull() },
    order: { openedAt: 'ASC', id: 'ASC' },
  });
}

/** Standing and ended, oldest first. */
export async function blockersOf(manager: EntityManager, orderId: string): Promise<OrderBlocker[]> {
  return await manager.find(OrderBlocker, { where: { orderId }, order: { openedAt: 'ASC', id: 'ASC' } });
}

/** What staff wrote goes with the answers; kinds, times and acts stay. @param instead stands where words stood. */
export async function emptyBlockerWords(
  manager: EntityManager,
  orderId: string,
  instead: string,
): Promise<void> {
  await manager.query(
    `update order_blockers set reason = $2, ended_reason = case when ended_reason is null then null else $2 end
     where order_id = $1`,
    [orderId, instead],
  );
}

/** Makes whoever raises or ends a blocker of this order wait until the transaction ends. */
export async function shareOrder(manager: EntityManager, orderId: string): Promise<void> {
  await manager.query('select 1 from orders where id = $1 for share', [orderId]);
}
