import { blockersOf } from '../blockers/order-blockers.store.js';
import { ALREADY, type OrderAct } from './act.js';

export interface ToldDispute {
  /** Stripe's id of the dispute, `dp_…`. */
  readonly disputeId: string;
  readonly at: Date;
}

/** A dispute was opened. It stays on record when it ends, and binds the order until it is won. `Known`: the disputes told of before. */
export const recordDispute: OrderAct<ToldDispute, readonly string[]> = {
  name: 'order.disputed',
  look: async (manager, { id }) =>
    (await blockersOf(manager, id)).filter(({ kind }) => kind === 'dispute').map(({ source }) => source),
  decide: ({ disputedAt }, { disputeId, at }, known) =>
    known.includes(disputeId)
      ? ALREADY
      : {
          kind: 'done',
          facts: { disputedAt: disputedAt ?? at },
          blockers: { raise: [{ kind: 'dispute', reason: `Dispute ${disputeId}`, source: disputeId, at }] },
          events: [{ name: 'disputed', at }],
        },
};
