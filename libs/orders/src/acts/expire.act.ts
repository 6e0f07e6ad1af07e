import { defineAct } from './act.js';

/** Nobody paid in time. Only after Stripe was asked: an order with an unfinished payment must not be given up. */
export const expire = defineAct<{ readonly at: Date }>('order.expired', (_order, { at }) => ({
  kind: 'done',
  move: 'expire',
  facts: { expiredAt: at },
  events: [{ name: 'expired', at }],
}));
