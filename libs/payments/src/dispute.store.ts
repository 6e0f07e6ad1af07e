import { type EntityManager, In } from 'typeorm';
import { Dispute } from './dispute.entity.js';
import { type DisputeAction, disputeMachine } from './dispute-machine.js';

export async function findDispute(manager: EntityManager, id: string): Promise<Dispute | null> {
  return await manager.findOneBy(Dispute, { id });
}

/** Keeps a dispute that is told of, open at first. @returns false when it is known already. */
export async function keepDispute(
  manager: EntityManager,
  told: Omit<Dispute, 'state' | 'closedAt'>,
): Promise<boolean> {
  const inserted = await manager
    .createQueryBuilder()
    .insert()
    .into(Dispute)
    .values({ ...told, state: disputeMachine.first, closedAt: null })
    .orIgnore()
    .returning('id')
    .execute();
  return (inserted.raw as unknown[]).length > 0;
}

/** What may change while it is open: its order becomes known, its deadline is set. */
export async function renewDispute(
  manager: EntityManager,
  { id, orderId, dueAt }: Pick<Dispute, 'id' | 'orderId' | 'dueAt'>,
): Promise<void> {
  await manager.update(Dispute, { id, state: 'open' }, { dueAt, ...(orderId !== null && { orderId }) });
}

/** @returns false when the machine refuses, because it has ended already. */
export async function closeDispute(
  manager: EntityManager,
  id: string,
  action: DisputeAction,
  closedAt: Date,
): Promise<boolean> {
  const { from, to } = disputeMachine.transitions[action];
  return (
    (await manager.update(Dispute, { id, state: In([...from]) }, { state: to, closedAt })).affected === 1
  );
}

/** Of an order, oldest first. */
export async function disputesOf(manager: EntityManager, orderId: string): Promise<Dispute[]> {
  return await manager.find(Dispute, { where: { orderId }, order: { openedAt: 'ASC' } });
}

/** Of a payment that is known now. */
export async function disputesOfIntent(manager: EntityManager, paymentIntentId: string): Promise<Dispute[]> {
  return await manager.findBy(Dispute, { paymentIntentId });
}

/** Those that were opened since a moment, or are open. */
export async function disputesToCompare(manager: EntityManager, since: Date): Promise<Dispute[]> {
  return await manager
    .createQueryBuilder(Dispute, 'dispute')
    .where(`dispute.state = 'open' or dispute.opened_at > :since`, { since })
    .getMany();
}
