import { formatPence, type Pence } from '@app/kernel';
import type { FollowUp } from './act.js';
import { defineAct } from './act.js';

export interface RefundDecided {
  readonly step: 'asked' | 'decided' | 'declined';
  readonly decisionId: string;
  readonly amount: Pence;
  /** What is asked for already and not paid back yet. */
  readonly underWay: Pence;
  readonly at: Date;
  /** The job that has it paid back, once it is decided. */
  readonly payBack: FollowUp;
}

/** Staff decide that money is given back. Above the limit one asks and another confirms, and only then is it paid back. */
export const decideRefund = defineAct<RefundDecided>(
  'order.refund_decided',
  ({ id, reference, paidPence, refundedPence }, { step, decisionId, amount, underWay, at, payBack }) => {
    const left = (paidPence ?? 0) - refundedPence - underWay;
    if (step === 'asked' || step === 'decided') {
      if (amount < 1 || amount > left)
        return {
          kind: 'refused',
          code: 'refund_too_large',
          why: `Give back between 1p and ${formatPence(Math.max(left, 0) as Pence)}, which is what is left of the payment.`,
        };
    }
    return {
      kind: 'done',
      events: [{ name: 'refund_decided', at, data: { step, amountPence: amount } }],
      ...(step === 'decided' && { jobs: [payBack] }),
      ...(step === 'asked' && {
        tasks: [
          {
            kind: 'refund_to_confirm' as const,
            subject: decisionId,
            orderId: id,
            summary: `${formatPence(amount)} is to be given back for order ${reference}. A second person must confirm it.`,
            data: { decisionId, amountPence: amount },
          },
        ],
      }),
    };
  },
);
