import type { EntityManager } from 'typeorm';
import { DomainError } from '@app/kernel';
import { BLOCKER_WORDS } from './blocker-kinds.js';
import { shareOrder, currentBlockers } from './order-blockers.store.js';

/**
 * Nothing may be approved or sent for an order while a blocker stands. None can be raised until the caller's transaction ends.
 * @throws DomainError `order_blocked`, whose words name what stands in the way.
 */
export async function requireUnblocked(manager: EntityManager, orderId: string): Promise<void> {
  await shareOrder(manager, orderId);
  const blockers = await currentBlockers(manager, [orderId]);
  if (blockers.length === 0) return;
  const what = blockers.map(({ kind }) => BLOCKER_WORDS[kind].what).join(', and ');
  throw new DomainError(
    'order_blocked',
    `Nothing may be approved or sent for this order: ${what}. See to that first, on the order’s page.`,
    { kinds: blockers.map(({ kind }) => kind) },
  );
}
