import type { EntityManager } from 'typeorm';
import { OrderConsent } from './order-consent.entity.js';

export async function consentsOf(manager: EntityManager, orderId: string): Promise<OrderConsent[]> {
  return await manager.find(OrderConsent, { where: { orderId }, order: { kind: 'DESC' } });
}

/** What the customer agrees to now, in place of what was kept before. */
export async function replaceConsents(
  manager: EntityManager,
  orderId: string,
  consents: readonly OrderConsent[],
): Promise<void> {
  await manager.delete(OrderConsent, { orderId });
  if (consents.length > 0) await manager.insert(OrderConsent, [...consents]);
}
