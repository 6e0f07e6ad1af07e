import { type EntityManager, IsNull, LessThan } from 'typeorm';
import { sendPrepared } from '@app/database';
import { addJobSql } from '@app/jobs';
import { StripeEvent } from './stripe-event.entity.js';

/** What is kept of an event when it arrives. */
export type ArrivedEvent = Omit<StripeEvent, 'handledAt' | 'outcome'>;

const EVENT_AND_JOB = `with told as (
    insert into stripe_events (id, type, livemode, payload, created_at, received_at)
    values ($1, $2, $3, $4, $5, $6) on conflict (id) do nothing returning id
  )
  select (${addJobSql(7, { newKey: true })}).id from told`;

/**
 * Keeps an event and adds its job, both or neither; nothing is changed when it has been told before. One statement: outside a transaction
 * it is one of its own, and one round trip instead of four.
 * @param job as `jobParameters` gives them; its key is the event's own, which no job can have before the event is kept.
 */
export async function insertEvent(
  manager: EntityManager,
  { id, type, livemode, payload, createdAt, receivedAt }: ArrivedEvent,
  job: readonly unknown[],
): Promise<void> {
  const event = [
    id,
    type,
    livemode,
    JSON.stringify(payload),
    createdAt.toISOString(),
    receivedAt.toISOString(),
  ];
  await sendPrepared(manager, 'insert-event', EVENT_AND_JOB, [...event, ...job]);
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
