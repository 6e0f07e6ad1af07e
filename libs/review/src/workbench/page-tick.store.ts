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

/** Ticks of pages that are the same in the next file count for that too. @param between the fingerprints of both files. */
export async function keepTicks(
  manager: EntityManager,
  reviewId: string,
  between: { readonly from: string; readonly to: string; readonly pages: readonly number[] },
): Promise<void> {
  await manager.query(
    `insert into review_ticks (review_id, staff_id, sha256, page, at)
     select review_id, staff_id, $3, page, at from review_ticks where review_id = $1 and sha256 = $2 and page = any($4)
     on conflict do nothing`,
    [reviewId, between.from, between.to, between.pages],
  );
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
