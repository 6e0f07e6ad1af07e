import type { Pence } from '@app/kernel';
import { tellRefunded, tellRefundFailed } from '../order/order-job-definitions.js';
import { ALREADY, type BlockerChange, defineAct, followUp, type Happening } from './act.js';

/** One movement of money: each is told to the customer by one email. */
export interface RefundMovement {
  /** Stripe's id of the refund, or ours when it was paid back by other means. */
  readonly refundId: string;
  readonly amount: Pence;
  /** What is given back in all, this one included. */
  readonly total: Pence;
  /** Not by the way it came. */
  readonly otherwise: boolean;
}

export interface RefundNews {
  /** Everything given back by now. */
  readonly total: Pence;
  readonly given: readonly RefundMovement[];
  /** Told of as given, and come back to us. */
  readonly undone: readonly RefundMovement[];
  readonly at: Date;
}

/**
 * Money was given back, or a refund came back to us and the total is less. A full refund before delivery also ends the order: work that nobody
 * pays for is not sent.
 */
export const recordRefund = defineAct<RefundNews>('order.refunded', (order, { total, given, undone, at }) => {
  if (order.refundedPence === total && given.length + undone.length === 0) return ALREADY;
  const { id: orderId, paidPence, refundedAt } = order;
  const inFull = paidPence !== null && paidPence > 0 && total >= paidPence;
  const ends = inFull && order.state === 'paid' && !order.deliveredAt;
  const happened = (name: 'refunded' | 'refund_failed', one: RefundMovement): Happening => ({
    name,
    at,
    data: { refundId: one.refundId, amountPence: one.amount, totalPence: one.total },
  });
  const [first = { name: 'refunded', at, data: { totalPence: total } } as const, ...more] = [
    ...undone.map((one) => happened('refund_failed', one)),
    ...given.map((one) => happened('refunded', one)),
  ];
  return {
    kind: 'done',
    ...(ends && { move: 'cancel' }),
    facts: {
      refundedPence: total,
      refundedAt: total === 0 ? null : (refundedAt ?? at),
      ...(ends && { cancelledAt: at }),
    },
    events: [
      first,
      ...more,
      ...(ends
        ? [{ name: 'cancelled', at, data: { reason: 'refunded in full before delivery' } } as const]
        : []),
    ],
    ...blockerOf(inFull, undone.length > 0, at),
    jobs: [
      ...undone.map((one) => tell(tellRefundFailed, orderId, one)),
      ...given.map((one) => tell(tellRefunded, orderId, one)),
    ],
  };
});

const tell = (
  job: typeof tellRefunded,
  orderId: string,
  { refundId, amount, total, otherwise }: RefundMovement,
): ReturnType<typeof followUp> =>
  followUp(
    job,
    { orderId, refundId, amountPence: amount, totalPence: total, otherwise },
    { key: `${job.name}:${refundId}` },
  );

/** All of the money gone binds the order; once part of it is owed again, it no longer does. */
function blockerOf(inFull: boolean, less: boolean, at: Date): { blockers?: BlockerChange } {
  const kind = 'refund_in_full';
  if (inFull)
    return {
      blockers: {
        raise: [
          { kind, reason: 'All of the money was given back', source: `refund:${at.toISOString()}`, at },
        ],
      },
    };
  return less
    ? { blockers: { end: [{ kind, reason: 'A refund came back to us, so money is owed again', at }] } }
    : {};
}
