import { eventsOf } from '../order/order-events.store.js';
import type { OrderAct } from './act.js';

export interface DisputeAnswer {
  /** What was sent to the bank, or why nothing was. */
  readonly reason: string;
  readonly at: Date;
}

/**
 * The bank has been answered with a pack, so the task that asked for it is done. What binds the order stays: the bank decides. `Known`: the
 * fingerprint of the pack that was made last, or null.
 */
export const answerDispute: OrderAct<DisputeAnswer, string | null> = {
  name: 'order.dispute_answered',
  look: async (manager, { id }) => {
    const made = (await eventsOf(manager, id)).findLast(({ name }) => name === 'dispute_pack_made');
    return made ? String(made.data['sha256']) : null;
  },
  decide: (_order, { reason, at }, sha256) => {
    if (reason.trim() === '')
      return { kind: 'refused', code: 'reason_missing', why: 'Say what you sent to the bank.' };
    if (sha256 === null)
      return {
        kind: 'refused',
        code: 'order_transition_refused',
        why: 'Download the pack first: the task closes with it.',
      };
    return {
      kind: 'done',
      settles: ['dispute_opened'],
      events: [{ name: 'dispute_answered', at, data: { sha256 } }],
    };
  },
};
