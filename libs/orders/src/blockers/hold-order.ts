import type { EntityManager } from 'typeorm';
import { newId } from '@app/kernel';
import { addEvent } from '../order/order-events.store.js';
import { endBlocker, openBlocker } from './order-blockers.store.js';

/** A reviewer's hold or its end. The reviewer's own act, which writes the audit entry, is the act of the blocker. */
export interface Hold {
  readonly orderId: string;
  readonly staffId: string;
  readonly reason: string;
  readonly at: Date;
}

/** The order is bound by its reviewer's hold, in the transaction of the hold. */
export async function holdOrder(
  manager: EntityManager,
  { orderId, staffId, reason, at }: Hold,
): Promise<void> {
  const opened = { id: newId(), orderId, kind: 'hold', reason, source: `hold:${newId()}` } as const;
  if (await openBlocker(manager, { ...opened, openedAt: at, openedBy: staffId }))
    await addEvent(manager, orderId, 'blocked', at, { kind: 'hold' });
}

/** The review goes on. */
export async function endHold(manager: EntityManager, { orderId, staffId, reason, at }: Hold): Promise<void> {
  const end = { endedAt: at, endedBy: staffId, endedReason: reason, endAct: 'review.resumed' };
  if (await endBlocker(manager, { orderId, kind: 'hold' }, end))
    await addEvent(manager, orderId, 'blocker_ended', at, { kind: 'hold' });
}
