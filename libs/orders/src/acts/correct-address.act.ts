import { customerEmailProblem, tidyText } from '../order/customer-details.js';
import { defineAct } from './act.js';

export interface CorrectedAddress {
  readonly email: string;
  readonly at: Date;
}

/** The customer's address was wrong. With the right one nothing stands in the way of writing to them; what bounced is sent again with it. */
export const correctAddress = defineAct<CorrectedAddress>(
  'order.address_corrected',
  (order, { email, at }) => {
    const customerEmail = tidyText(email);
    const problem = customerEmailProblem(customerEmail);
    if (problem) return { kind: 'refused', code: 'order_details_invalid', why: problem };
    if (!order.paidAt)
      return {
        kind: 'refused',
        code: 'order_transition_refused',
        why: 'An order that is not paid is corrected by its customer, on the order form.',
      };
    return {
      kind: 'done',
      facts: { customerEmail },
      blockers: { end: [{ kind: 'bounce', reason: 'The address was corrected', at }] },
      settles: ['delivery_bounced'],
      events: [{ name: 'address_corrected', at }],
    };
  },
);
