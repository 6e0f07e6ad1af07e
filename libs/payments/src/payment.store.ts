import { Between, type EntityManager } from 'typeorm';
import { lockUntilCommit } from '@app/database';
import { Payment } from './payment.entity.js';

/** @returns false when money of this session is on record already; nothing is changed then. */
export async function insertPayment(manager: EntityManager, payment: Payment): Promise<boolean> {
  const inserted = await manager
    .createQueryBuilder()
    .insert()
    .into(Payment)
    .values(payment)
    .orIgnore()
    .returning('id')
    .execute();
  return (inserted.raw as unknown[]).length > 0;
}

/** It paid its order. */
export async function acceptPayment(manager: EntityManager, sessionId: string): Promise<void> {
  await manager.update(Payment, { sessionId }, { accepted: true });
}

export async function paymentOfIntent(
  manager: EntityManager,
  paymentIntentId: string,
): Promise<Payment | null> {
  return await manager.findOneBy(Payment, { paymentIntentId });
}

/**
 * Held until the transaction ends by whoever makes a payment known and by whoever is told of its refunds or disputes before that: whichever of
 * the two comes second sees what the other wrote.
 */
export const lockPayment = (manager: EntityManager, paymentIntentId: string): Promise<void> =>
  lockUntilCommit(manager, 'paymentIntent', paymentIntentId);

/** The payment that paid an order. */
export async function acceptedPayment(manager: EntityManager, orderId: string): Promise<Payment | null> {
  return await manager.findOneBy(Payment, { orderId, accepted: true });
}

export async function hasPayment(manager: EntityManager, sessionId: string): Promise<boolean> {
  return await manager.existsBy(Payment, { sessionId });
}

export async function paymentsBetween(manager: EntityManager, since: Date, until: Date): Promise<Payment[]> {
  return await manager.findBy(Payment, { receivedAt: Between(since, until) });
}
