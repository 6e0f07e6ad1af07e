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
