import { ALREADY, defineAct } from './act.js';

export interface ConfirmedOtherwise {
  /** How the customer got it, in words; goes into the audit log alone. */
  readonly how: string;
  readonly at: Date;
}

/**
 * The customer has the contract confirmation by another durable medium, such as a letter or another address of theirs, because their mail server
 * would not take it. That counts like the email.
 */
export const confirmOtherwise = defineAct<ConfirmedOtherwise>(
  'order.confirmed_otherwise',
  (order, { how, at }) => {
    if (order.confirmationAcceptedAt) return ALREADY;
    if (order.state !== 'paid')
      return {
        kind: 'refused',
        code: 'order_transition_refused',
        why: 'Only an order that is paid is confirmed.',
      };
    if (how.trim() === '')
      return {
        kind: 'refused',
        code: 'reason_missing',
        why: 'Say how and when the customer got the confirmation.',
      };
    return {
      kind: 'done',
      facts: { confirmationAcceptedAt: at },
      settles: ['work_not_started'],
      events: [{ name: 'confirmation_accepted', at, data: { otherwise: true } }],
    };
  },
);
