import { orderKeptUntil, plusDays, RETENTION } from '@app/kernel';
import type { Order } from '@app/orders';

type Moments = Pick<
  Order,
  'paidAt' | 'refundedAt' | 'disputedAt' | 'expiredAt' | 'cancelledAt' | 'expiresAt'
>;

/** Until when the record of an order is kept: by tax law if money moved, briefly if none did. */
export function orderRecordEnds(order: Moments): Date {
  const moved = [order.paidAt, order.refundedAt, order.disputedAt].filter((at) => at !== null);
  if (moved.length > 0) return orderKeptUntil(new Date(Math.max(...moved.map(Number))));
  return plusDays(order.cancelledAt ?? order.expiredAt ?? order.expiresAt, RETENTION.unpaidOrderDays);
}
