import { type EntityManager, IsNull, LessThan } from 'typeorm';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity.js';
import { StripeEvent } from './stripe-event.entity.js';

/** @returns false when it has been told before; nothing is changed then. */
export async function insertEvent(manager: EntityManager, event: StripeEvent): Promise<boolean> {
  const inserted = await manager
    .createQueryBuilder()
    .insert()
    .into(StripeEvent)
    .values(event as QueryDeepPartialEntity<StripeEvent>)
    .orIgnore()
    .returning('id')
    .execute();
  return (inserted.raw as unknown[]).length > 0;
}

export async function findEvent(manager: EntityManager, id: string): Promise<StripeEvent | null> {
  return await manager.findOneBy(StripeEvent, { id });
}

/** Locks an event that has not been handled, until the transaction ends. @returns false when it has been handled meanwhile. */
export async function lockUnhandled(manager: EntityManager, id: string): Promise<boolean> {
  const event = await manager.findOne(StripeEvent, {
    where: { id, handledAt: IsNull() },
    lock: { mode: 'pessimistic_write' },
  });
  return event !== null;
}

export async function markHandled(
  manager: EntityManager,
  id: string,
  handledAt: Date,
  outcome: string,
): Promise<void> {
  await manager.update(StripeEvent, { id }, { handledAt, outcome });
}

/** Forgets that an event was handled. @returns false when there is none. */
export async function reopenEvent(manager: EntityManager, id: string): Promise<boolean> {
  const { affected } = await manager.update(StripeEvent, { id }, { handledAt: null, outcome: null });
  return affected === 1;
}

/** Events that arrived before a moment and have not been handled; oldest first, at most 500. */
export async function unhandledEvents(manager: EntityManager, before: Date): Promise<string[]> {
  const events = await manager.find(StripeEvent, {
    select: { id: true },
    where: { handledAt: IsNull(), receivedAt: LessThan(before) },
    order: { receivedAt: 'ASC' },
    take: 500,
  });
  return events.map(({ id }) => id);
}
