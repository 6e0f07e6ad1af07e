import { type EntityManager, IsNull } from 'typeorm';
import { type AttemptAction, attemptMachine } from './delivery-attempt-machine.js';
import { DeliveryAttempt } from './delivery-attempt.entity.js';

/** The state of an attempt as its row tells it: the outcome once there is one, until then whether its data have begun. */
const STATE = `coalesce(outcome, case when data_started_at is null then 'begun' else 'data_started' end)`;

export async function insertAttempt(manager: EntityManager, attempt: DeliveryAttempt): Promise<void> {
  await manager.insert(DeliveryAttempt, attempt);
}

/** Attempts at a delivery whose end nobody wrote down. */
export async function openAttempts(manager: EntityManager, deliveryId: string): Promise<DeliveryAttempt[]> {
  return await manager.findBy(DeliveryAttempt, { deliveryId, endedAt: IsNull() });
}

export async function lastAttempt(
  manager: EntityManager,
  deliveryId: string,
): Promise<DeliveryAttempt | null> {
  return await manager.findOne(DeliveryAttempt, { where: { deliveryId }, order: { startedAt: 'DESC' } });
}

/**
 * Moves an attempt on by the machine. @returns false when it refuses, because the attempt has ended or was replaced; nothing is changed then.
 * @param detail what the mail server said, or why it could not be asked.
 */
export async function moveAttempt(
  manager: EntityManager,
  id: string,
  action: AttemptAction,
  at: Date,
  detail: string | null = null,
): Promise<boolean> {
  const { from, to } = attemptMachine.transitions[action];
  const facts =
    to === 'begun' || to === 'data_started' ? { dataStartedAt: at } : { endedAt: at, outcome: to, detail };
  const { affected } = await manager
    .createQueryBuilder()
    .update(DeliveryAttempt)
    .set(facts)
    .where(`id = :id and ${STATE} in (:...from)`, { id, from: [...from] })
    .execute();
  return affected === 1;
}
