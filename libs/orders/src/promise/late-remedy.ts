import { type Pence, pence } from '@app/kernel';
import type { Order } from '../order/order.entity.js';

/**
 * What the terms say we pay back by ourselves when an order is late: a share of what was paid, rounded up, and never more than what is left.
 * @param percent `LATE_REFUND_PERCENT`.
 */
export function lateRemedy(
  { paidPence, refundedPence }: Pick<Order, 'paidPence' | 'refundedPence'>,
  percent: number,
): Pence {
  const paid = paidPence ?? 0;
  return pence(Math.max(0, Math.min(Math.ceil((paid * percent) / 100), paid - refundedPence)));
}
