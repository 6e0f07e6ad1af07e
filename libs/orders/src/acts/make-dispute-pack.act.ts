import type { Sha256 } from '@app/kernel';
import { defineAct } from './act.js';

export interface MadePack {
  readonly sha256: Sha256;
  readonly at: Date;
}

/** The evidence about a disputed order was put together for its bank. The fingerprint of the file stays in the log. */
export const makeDisputePack = defineAct<MadePack>(
  'order.dispute_pack_made',
  ({ disputedAt }, { sha256, at }) =>
    disputedAt
      ? { kind: 'done', events: [{ name: 'dispute_pack_made', at, data: { sha256 } }] }
      : {
          kind: 'refused',
          code: 'order_transition_refused',
          why: 'No bank disputes this order, so no pack is made of it.',
        },
);
