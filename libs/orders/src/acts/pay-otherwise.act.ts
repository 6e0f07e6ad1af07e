import { formatPence, type Pence } from '@app/kernel';
import { defineAct } from './act.js';

export interface PaidOtherwise {
  readonly amount: Pence;
  /** What is asked for already and not paid back yet. */
  readonly underWay: Pence;
  /** How, in words. */
  readonly reason: string;
  readonly at: Date;
}

/** Staff paid money back by other means than it came, because it could not go back that way. */
export const payOtherwise = defineAct<PaidOtherwise>(
  'order.paid_back_otherwise',
  ({ paidPence, refundedPence }, { amount, underWay, reason, at }) => {
    const left = Math.max(0, (paidPence ?? 0) - refundedPence - underWay);
    if (amount < 1 || amount > left)
      return {
        kind: 'refused',
        code: 'refund_too_large',
        why: `Between 1p and ${formatPence(left as Pence)} is left of the payment.`,
      };
    if (reason.trim() === '')
      return { kind: 'refused', code: 'reason_missing', why: 'Say how the money was paid back.' };
    return {
      kind: 'done',
      settles: ['refund_failed', 'refund_refused'],
      events: [{ name: 'paid_back_otherwise', at, data: { amountPence: amount } }],
    };
  },
);
