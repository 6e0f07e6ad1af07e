import { type EntityManager, In } from 'typeorm';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity.js';
import { compareAndSet } from '@app/database';
import { type CheckoutAction, checkoutMachine, LIVE_STATES } from './checkout-attempt-machine.js';
import { CheckoutSession } from './checkout-session.entity.js';

/** What may still change in an attempt, beside its state. */
type CheckoutFacts = Partial<Pick<CheckoutSession, 'sessionId' | 'url'>>;

export async function insertCheckout(
  manager: EntityManager,
  attempt: CheckoutSession,
): Promise<CheckoutSession> {
  await manager.insert(CheckoutSession, attempt);
  return attempt;
}

export async function findCheckout(
  manager: EntityManager,
  where: { id: string } | { sessionId: string },
): Promise<CheckoutSession | null> {
  return await manager.findOneBy(CheckoutSession, where);
}

/** The one attempt of an order by which money may still come. */
export async function liveCheckout(manager: EntityManager, orderId: string): Promise<CheckoutSession | null> {
  return await manager.findOneBy(CheckoutSession, { orderId, state: In([...LIVE_STATES]) });
}

/** Every attempt of an order, oldest first. */
export async function checkoutsOf(manager: EntityManager, orderId: string): Promise<CheckoutSession[]> {
  return await manager.find(CheckoutSession, { where: { orderId }, order: { attempt: 'ASC' } });
}

/** Live attempts whose time was over before a moment; oldest first. */
export async function overdueCheckouts(
  manager: EntityManager,
  before: Date,
  limit: number,
): Promise<CheckoutSession[]> {
  return await manager
    .createQueryBuilder(CheckoutSession, 'attempt')
    .where('attempt.state in (:...states) and attempt.expires_at < :before', {
      states: [...LIVE_STATES],
      before,
    })
    .orderBy('attempt.expires_at', 'ASC')
    .take(limit)
    .getMany();
}

/**
 * Moves an attempt on by the machine, from whichever state the row is in by now: news of one pay page may come by several ways at once.
 * @returns false when the machine refuses, because something newer is known; nothing is changed then.
 */
export async function moveCheckout(
  manager: EntityManager,
  id: string,
  action: CheckoutAction,
  facts: CheckoutFacts = {},
): Promise<boolean> {
  const { from, to } = checkoutMachine.transitions[action];
  const change: QueryDeepPartialEntity<CheckoutSession> = { ...facts, state: to };
  return await compareAndSet(manager, CheckoutSession, id, from, change);
}

/** Writes the session's name on an attempt whose answer we never got. */
export async function nameSession(manager: EntityManager, id: string, sessionId: string): Promise<void> {
  await manager.update(CheckoutSession, { id, state: 'opening' }, { sessionId });
}
