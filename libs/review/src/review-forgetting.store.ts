import type { EntityManager } from 'typeorm';

/** Whether a review of this order waits for a decision. */
export async function hasOpenReview(manager: EntityManager, orderId: string): Promise<boolean> {
  const open = await manager.query<unknown[]>(
    `select 1 from reviews where order_id = $1 and state in ('queued', 'claimed', 'second', 'held') limit 1`,
    [orderId],
  );
  return open.length > 0;
}

/** Empties checks, waiting words, instructions and reasons. @param instead stands where a reason stood. */
export async function emptyReviews(manager: EntityManager, orderId: string, instead: string): Promise<void> {
  await manager.query(
    `update reviews set checks = '[]', edits = null, instructions = '[]', first_reason = case when first_reason is null then null else $2 end, reason = case when reason is null then null else $2 end where order_id = $1`,
    [orderId, instead],
  );
}

export async function removeReviewsOfOrders(
  manager: EntityManager,
  orderIds: readonly string[],
): Promise<void> {
  await manager.query('delete from reviews where order_id = any($1)', [orderIds]);
}
