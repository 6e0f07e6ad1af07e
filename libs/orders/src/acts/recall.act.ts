import { defineAct } from './act.js';

/** An approved blueprint is called back before it is sent; its review begins again. Its email must be stopped in the same transaction. */
export const recall = defineAct<{ readonly at: Date }>('order.recalled', ({ deliveredAt }, { at }) =>
  deliveredAt
    ? {
        kind: 'refused',
        code: 'order_delivered',
        why: 'The blueprint has been delivered, so it cannot be called back any more.',
      }
    : { kind: 'done', events: [{ name: 'recalled', at }] },
);
