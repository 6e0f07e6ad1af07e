import { defineAct } from './act.js';

/** An email about the order is sent once more, because staff want it so. */
export const sendAgain = defineAct<{ readonly deliveryId: string; readonly at: Date }>(
  'order.email_sent_again',
  ({ erasedAt }, { deliveryId, at }) =>
    erasedAt
      ? {
          kind: 'refused',
          code: 'order_transition_refused',
          why: 'The customer’s data have been erased, so nothing can be sent again.',
        }
      : {
          kind: 'done',
          blockers: { end: [{ kind: 'bounce', reason: 'The email was sent again', at }] },
          settles: ['delivery_bounced', 'delivery_failed', 'delivery_unknown'],
          events: [{ name: 'email_sent_again', at, data: { deliveryId } }],
        },
);
