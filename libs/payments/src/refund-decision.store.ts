import { type EntityManager, IsNull } from 'typeorm';
import { RefundDecision } from './refund-decision.entity.js';

export async function insertRefundDecision(manager: EntityManager, decision: RefundDecision): Promise<void> {
  await manager.insert(RefundDecision, decision);
}

export async function findRefundDecision(manager: EntityManager, id: string): Promise<RefundDecision | null> {
  return await manager.findOneBy(RefundDecision, { id });
}

/** Of an order, oldest first. */
export async function refundDecisionsOf(manager: EntityManager, orderId: string): Promise<RefundDecision[]> {
  return await manager.find(RefundDecision, { where: { orderId }, order: { askedAt: 'ASC' } });
}

/** @returns false when it does not wait for a second person any more. */
export async function settleRefundDecision(
  manager: EntityManager,
  id: string,
  how: Pick<RefundDecision, 'confirmedBy' | 'confirmedAt'> | Pick<RefundDecision, 'declinedAt'>,
): Promise<boolean> {
  const waiting = { id, needsSecond: true, confirmedAt: IsNull(), declinedAt: IsNull() };
  return (await manager.update(RefundDecision, waiting, how)).affected === 1;
}

/** Stripe will not make it. */
export async function markRefused(manager: EntityManager, id: string, at: Date): Promise<void> {
  await manager.update(RefundDecision, { id, paidBackAt: IsNull() }, { refusedAt: at });
}

export async function markPaidBack(manager: EntityManager, id: string, at: Date): Promise<void> {
  await manager.update(RefundDecision, { id, paidBackAt: IsNull() }, { paidBackAt: at });
}
