import type { EntityManager } from 'typeorm';

/** A warning of the end of a saved assessment, queued or sent. */
export interface EndNotice {
  readonly assessmentId: string;
  readonly createdAt: Date;
}

/** Removes every email and download link of these orders. */
export async function removeDeliveriesOfOrders(
  manager: EntityManager,
  orderIds: readonly string[],
): Promise<void> {
  await manager.query('delete from deliveries where order_id = any($1)', [orderIds]);
  await manager.query(
    'delete from downloads where link_id in (select id from download_links where order_id = any($1))',
    [orderIds],
  );
  await manager.query('delete from download_links where order_id = any($1)', [orderIds]);
}

export async function removeDeliveriesAbout(
  manager: EntityManager,
  subjectKeys: readonly string[],
): Promise<void> {
  await manager.query('delete from deliveries where subject_key = any($1)', [subjectKeys]);
}

export async function noticesOfAssessments(
  manager: EntityManager,
  assessmentIds: readonly string[],
): Promise<EndNotice[]> {
  return await manager.query<EndNotice[]>(
    `select assessment_id as "assessmentId", created_at as "createdAt" from deliveries
     where assessment_id = any($1) and kind = 'notice'`,
    [assessmentIds],
  );
}

/** What a person of ours wrote in an email about an order; that it was sent stays. */
export async function emptyMessages(manager: EntityManager, orderId: string): Promise<void> {
  await manager.query(
    `update deliveries set data = data - 'message' where order_id = $1 and data ? 'message'`,
    [orderId],
  );
}
