import type { EntityManager } from 'typeorm';
import { PageTick } from './page-tick.entity.js';

/** A second tick of the same page changes nothing. */
export async function insertTick(manager: EntityManager, tick: PageTick): Promise<void> {
  await manager.createQueryBuilder().insert().into(PageTick).values(tick).orIgnore().execute();
}

export async function removeTick(manager: EntityManager, tick: Omit<PageTick, 'at'>): Promise<void> {
  await manager.delete(PageTick, tick);
}

/** The pages of a file that somebody has read, in order. */
export async function tickedPages(
  manager: EntityManager,
  { reviewId, staffId, sha256 }: Pick<PageTick, 'reviewId' | 'staffId' | 'sha256'>,
): Promise<number[]> {
  const ticks = await manager.find(PageTick, {
    where: { reviewId, staffId, sha256 },
    order: { page: 'ASC' },
  });
  return ticks.map(({ page }) => page);
}

export async function removeTicksOfOrders(
  manager: EntityManager,
  orderIds: readonly string[],
): Promise<void> {
  await manager.query(
    'delete from review_ticks where review_id in (select id from reviews where order_id = any($1))',
    [orderIds],
  );
}
