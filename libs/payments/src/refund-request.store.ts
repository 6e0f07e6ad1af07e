import { type EntityManager, IsNull } from 'typeorm';
import { RefundRequest } from './refund-request.entity.js';

const UNDER_WAY = { refundId: IsNull(), refusedAt: IsNull() };

export async function findRefundRequest(manager: EntityManager, key: string): Promise<RefundRequest | null> {
  return await manager.findOneBy(RefundRequest, { key });
}

/** The database refuses one that does not fit into what is left. */
export async function insertRefundRequest(manager: EntityManager, request: RefundRequest): Promise<void> {
  await manager.insert(RefundRequest, request);
}

/** Of an order, oldest first. */
export async function refundRequestsOf(manager: EntityManager, orderId: string): Promise<RefundRequest[]> {
  return await manager.find(RefundRequest, { where: { orderId }, order: { askedAt: 'ASC' } });
}

/** Stripe has made it. */
export async function nameRefund(manager: EntityManager, key: string, refundId: string): Promise<void> {
  await manager.update(RefundRequest, { key, ...UNDER_WAY }, { refundId });
}

/** Stripe will not make it. @returns false when it is settled already. */
export async function refuseRefundRequest(
  manager: EntityManager,
  key: string,
  refusedCode: string,
  refusedAt: Date,
): Promise<boolean> {
  return (
    (await manager.update(RefundRequest, { key, ...UNDER_WAY }, { refusedCode, refusedAt })).affected === 1
  );
}
