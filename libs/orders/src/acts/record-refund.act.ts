import type { Pence } from '@app/kernel';
import { tellRefunded } from '../order/order-job-definitions.js';
import { ALREADY, defineAct, followUp } from './act.js';

export interface RefundTotal {
  /** Everything given back so far, not the latest refund alone. */
  readonly total: Pence;
  readonly at: Date;
}

/**
 * Money was given back, or a refund came back to us and the total is less. A full refund before delivery also ends the order: work that nobody
 * pays for is not sent.
 */
export const recordRefund = defineAct<RefundTotal>('order.refunded', (order, { total, at }) => {
  if (order.refundedPence === total) return ALREADY;
  const { id, paidPence, refundedPence, refundedAt } = order;
  const less = total < refundedPence;
  const inFull = paidPence !== null && paidPence > 0 && total >= paidPence;
  const ends = inFull && order.state === 'paid' && !order.deliveredAt;
  const refund = { name: less ? 'refund_failed' : 'refunded', at, data: { totalPence: total } } as const;
  const tell = followUp(
    tellRefunded,
    { orderId: id, amountPence: total - refundedPence, totalPence: total },
    { key: `tell-refunded:${id}:${total}` },
  );
  return {
    kind: 'done',
    ...(ends && { move: 'cancel' }),
    facts: {
      refundedPence: total,
      refundedAt: total === 0 ? null : (refundedAt ?? at),
      ...(ends && { cancelledAt: at }),
    },
    events: ends
      ? [refund, { name: 'cancelled', at, data: { reason: 'refunded in full before delivery' } }]
      : [refund],
    ...(inFull && {
      blockers: {
        raise: [
          {
            kind: 'refund_in_full',
            reason: 'All of the money was given back',
            source: `refund:${at.toISOString()}`,
            at,
          },
        ],
      },
    }),
    ...(less &&
      !inFull && {
        blockers: {
          end: [{ kind: 'refund_in_full', reason: 'A refund came back to us, so money is owed again', at }],
        },
      }),
    jobs: less ? [] : [tell],
  };
});
