import { BLOCKER_WORDS, type BlockerKind } from '../blockers/blocker-kinds.js';
import type { OrderBlocker } from '../blockers/order-blocker.entity.js';
import { currentBlockers } from '../blockers/order-blockers.store.js';
import { ALREADY, type OrderAct } from './act.js';

export interface EndedBlocker {
  readonly kind: BlockerKind;
  /** Only when it came from this; another of its kind stands on. */
  readonly source?: string;
  readonly reason: string;
  readonly at: Date;
}

/** What stood in the way is settled, and somebody says why. A pause ends by resuming, because that moves the promise. */
export const endBlocker: OrderAct<EndedBlocker, readonly OrderBlocker[]> = {
  name: 'order.blocker_ended',
  look: (manager, { id }) => currentBlockers(manager, [id]),
  decide: (_order, { kind, source, reason, at }, blockers) => {
    if (!blockers.some((one) => one.kind === kind && (source === undefined || one.source === source)))
      return ALREADY;
    if (kind === 'pause')
      return { kind: 'refused', code: 'order_paused', why: 'A pause ends by resuming the order.' };
    if (reason.trim() === '')
      return {
        kind: 'refused',
        code: 'reason_missing',
        why: `Say why it no longer matters that ${BLOCKER_WORDS[kind].what}.`,
      };
    return {
      kind: 'done',
      blockers: { end: [{ kind, reason: reason.trim(), at }] },
      events: [{ name: 'blocker_ended', at, data: { kind } }],
    };
  },
};
