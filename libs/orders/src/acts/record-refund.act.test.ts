import { pence } from '@app/kernel';
import { anOrder, PAID_AT } from '../order/order.builder.js';
import type { Order } from '../order/order.entity.js';
import type { Verdict } from './act.js';
import { recordRefund } from './record-refund.act.js';

const at = new Date('2026-11-25T10:00:00Z');
const decide = (total: number, changes: Partial<Order> = {}): Verdict =>
  recordRefund.decide(anOrder(changes), { total: pence(total), at }, undefined);

describe('a refund', () => {
  it('in part leaves the order as it is, and its customer is told of the part', () => {
    const verdict = decide(3000, { refundedPence: pence(1000), refundedAt: PAID_AT });
    expect(verdict).toMatchObject({
      facts: { refundedPence: 3000, refundedAt: PAID_AT },
      events: [{ name: 'refunded', data: { totalPence: 3000 } }],
      jobs: [{ payload: { amountPence: 2000, totalPence: 3000 } }],
    });
    expect(verdict).not.toHaveProperty('move');
  });

  it('in full before delivery ends the order', () => {
    expect(decide(4900)).toMatchObject({
      move: 'cancel',
      facts: { refundedPence: 4900, refundedAt: at, cancelledAt: at },
      events: [{ name: 'refunded' }, { name: 'cancelled' }],
    });
  });

  it.each<[string, Partial<Order>]>([
    ['after delivery', { deliveredAt: PAID_AT }],
    ['of an order that has ended', { state: 'cancelled' }],
    ['of nothing paid', { paidPence: pence(0) }],
  ])('in full %s moves nothing', (_when, changes) => {
    expect(decide(4900, changes)).not.toHaveProperty('move');
  });

  it('that came back to us is no refund: nobody is told that money is on its way', () => {
    expect(decide(0, { refundedPence: pence(4900), refundedAt: PAID_AT })).toMatchObject({
      facts: { refundedPence: 0, refundedAt: null },
      events: [{ name: 'refund_failed' }],
      jobs: [],
    });
  });

  it('counts once', () => {
    expect(decide(4900, { refundedPence: pence(4900) })).toEqual({ kind: 'already' });
  });
});
