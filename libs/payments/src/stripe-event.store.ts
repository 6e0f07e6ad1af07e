import { type EntityManager, IsNull, LessThan } from 'typeorm';
import { sendPrepared } from '@app/database';
import type { JobCall } from '@app/jobs';
import { StripeEvent } from './stripe-event.entity.js';

/** What is kept of an event when it arrives. */
export type ArrivedEvent = Omit<StripeEvent, 'handledAt' | 'outcome'>;

/** How many parameters {@link insertEvent} takes before those of its job. */
const EVENT_PARAMETERS = 6;

/**
 * Keeps an event and adds its job, both or neither; nothing is changed when it has been told before. One statement: outside a transaction
 * it is one of its own, and one round trip instead of four.
 * @param job what adds the job, given the number of its first parameter.
 */
export async function insertEvent(
  manager: EntityManager,
  { id, type, livemode, payload, createdAt, receivedAt }: ArrivedEvent,
  job: (first: number) => JobCall,
): Promise<void> {
  const { sql, parameters } = job(EVENT_PARAMETERS + 1);
  await sendPrepared(
    manager,
    'insert-event',
    `with told as (
       insert into stripe_events (id, type, livemode, payload, created_at, received_at)
       values ($1, $2, $3, $4, $5, $6) on conflict (id) do nothing returning id
     )
     select ${sql} from told`,
    [id, type, livemode, JSON.stringify(payload), createdAt, receivedAt, ...parameters],
  );
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
