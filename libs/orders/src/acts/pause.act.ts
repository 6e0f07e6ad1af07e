import { newId } from '@app/kernel';
import type { OrderBlocker } from '../blockers/order-blocker.entity.js';
import { currentBlockers } from '../blockers/order-blockers.store.js';
import { tellPaused } from '../order/order-job-definitions.js';
import { ALREADY, followUp, type OrderAct } from './act.js';

export interface Pause {
  /** Something that only the customer can mend; for staff. */
  readonly reason: string;
  /** What the customer is asked. */
  readonly message: string;
  readonly at: Date;
}

/** Stops the clock for something that only the customer can mend, and asks them for it. Trouble of our own never pauses. */
export const pause: OrderAct<Pause, readonly OrderBlocker[]> = {
  name: 'order.paused',
  look: (manager, { id }) => currentBlockers(manager, [id]),
  decide: ({ id, state, promiseAt, deliveredAt }, { reason, message, at }, blockers) => {
    if (blockers.some(({ kind }) => kind === 'pause')) return ALREADY;
    if (state !== 'paid' || !promiseAt || deliveredAt)
      return {
        kind: 'refused',
        code: 'order_transition_refused',
        why: 'Only an order whose clock runs can be paused.',
      };
    if (reason.trim() === '' || message.trim() === '')
      return {
        kind: 'refused',
        code: 'reason_missing',
        why: 'A pause needs a reason for us and a message to the customer.',
      };
    const source = newId();
    return {
      kind: 'done',
      blockers: { raise: [{ kind: 'pause', reason: reason.trim(), source, at }] },
      events: [{ name: 'paused', at }],
      jobs: [
        followUp(
          tellPaused,
          { orderId: id, pauseId: source, message: message.trim() },
          { key: `tell-paused:${source}` },
        ),
      ],
    };
  },
};
