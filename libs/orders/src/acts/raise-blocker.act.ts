import type { BlockerKind } from '../blockers/blocker-kinds.js';
import { defineAct } from './act.js';

export interface RaisedBlocker {
  readonly kind: BlockerKind;
  /** In words, for staff. */
  readonly reason: string;
  /** What it came from; the same source binds an order once. */
  readonly source: string;
  readonly at: Date;
}

/** Something happened that forbids approving and sending until somebody has seen to it. */
export const raiseBlocker = defineAct<RaisedBlocker>(
  'order.blocked',
  (_order, { kind, reason, source, at }) => ({
    kind: 'done',
    blockers: { raise: [{ kind, reason, source, at }] },
    events: [{ name: 'blocked', at, data: { kind } }],
  }),
);
