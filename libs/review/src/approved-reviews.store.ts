import type { EntityManager } from 'typeorm';

/** The file of an order that a reviewer has approved. */
export interface ApprovedReview {
  readonly reviewId: string;
  readonly blueprintId: string;
  readonly sha256: string;
}

/** The last approval of an order: a newer blueprint is only made once its draft was returned. */
export async function approvedReview(
  manager: EntityManager,
  orderId: string,
): Promise<ApprovedReview | null> {
  const [row] = await manager.query<ApprovedReview[]>(
    `select id as "reviewId", blueprint_id as "blueprintId", approved_sha256 as sha256 from reviews
     where order_id = $1 and state = 'approved' order by decided_at desc limit 1`,
    [orderId],
  );
  return row ?? null;
}

/** The approval is taken back and counts no more; the same draft waits in the queue again. @returns false when it was not approved any more. */
export async function reopenReview(manager: EntityManager, reviewId: string): Promise<boolean> {
  const [rows] = await manager.query<[unknown[], number]>(
    `update reviews set state = 'queued', approved_sha256 = null, decided_by = null, decided_at = null, reason = null,
       claimed_by = null, claimed_at = null, claim_active_at = null, needs_second = '{}', first_approved_by = null,
       first_approved_at = null, first_sha256 = null, first_reason = null, first_pages = '{}'
     where id = $1 and state = 'approved' returning id`,
    [reviewId],
  );
  await manager.query('delete from review_figures where review_id = $1', [reviewId]);
  return rows.length === 1;
}

/** Open reviews are sorted by the promise of their order, which has moved. */
export async function movePromise(manager: EntityManager, orderId: string, promiseAt: Date): Promise<void> {
  await manager.query(
    `update reviews set promise_at = $2 where order_id = $1 and state in ('queued', 'claimed', 'second', 'held')`,
    [orderId, promiseAt],
  );
}
