import { ALREADY, defineAct } from './act.js';

/** The customer's mail server took the contract confirmation: the last thing that the clock waits for. */
export const confirmAccepted = defineAct<{ readonly at: Date }>(
  'order.confirmation_accepted',
  (order, { at }) =>
    order.confirmationAcceptedAt
      ? ALREADY
      : {
          kind: 'done',
          facts: { confirmationAcceptedAt: at },
          // Somebody who had not asked for work at once may wait 14 days from here: nothing for staff to see to.
          settles: ['work_not_started'],
          events: [{ name: 'confirmation_accepted', at }],
        },
);
