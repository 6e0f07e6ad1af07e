import { ALREADY, defineAct } from './act.js';

/** A dispute was opened. It stays on record when it ends. */
export const recordDispute = defineAct<{ readonly at: Date }>('order.disputed', (order, { at }) =>
  order.disputedAt
    ? ALREADY
    : { kind: 'done', facts: { disputedAt: at }, events: [{ name: 'disputed', at }] },
);
