import { pence } from '@app/kernel';
import { anOrder, PAID_AT } from '../order/order.builder.js';
import type { Order } from '../order/order.entity.js';
import type { Verdict } from './act.js';
import { recordRefund, type RefundMovement } from './record-refund.act.js';

const at = new Date('2026-11-25T10:00:00Z');
const movement = (refundId: string, amount: number, total: number): RefundMovement => ({
  refundId,
  amount: pence(amount),
  total: pence(total),
  otherwise: false,
});
const decide = (
  total: number,
  {
    given = [],
    undone = [],
    ...order
  }: Partial<Order> & Partial<Record<'given' | 'undone', RefundMovement[]>> = {},
): Verdict => recordRefund.decide(anOrder(order), { total: pence(total), given, undone, at }, undefined);

describe('a refund', () => {
  it('in part leaves the order as it is, and its customer is told of the part', () => {
    const verdict = decide(3000, {
      given: [movement('re_2', 2000, 3000)],
      refundedPence: pence(1000),
      refundedAt: PAID_AT,
    });
    expect(verdict).toMatchObject({
      facts: { refundedPence: 3000, refundedAt: PAID_AT },
      events: [{ name: 'refunded', data: { refundId: 're_2', totalPence: 3000 } }],
      jobs: [{ payload: { refundId: 're_2', amountPence: 2000, totalPence: 3000 } }],
    });
    expect(verdict).not.toHaveProperty('move');
  });

  it('in full before delivery ends the order', () => {
    expect(decide(4900, { given: [movement('re_1', 4900, 4900)] })).toMatchObject({
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

  it('that came back to us is told as a correction, not as money on its way', () => {
    const verdict = decide(0, {
      undone: [movement('re_1', 4900, 0)],
      refundedPence: pence(4900),
      refundedAt: PAID_AT,
    });
    expect(verdict).toMatchObject({
      facts: { refundedPence: 0, refundedAt: null },
      events: [{ name: 'refund_failed' }],
      jobs: [{ job: { name: 'order.tell-refund-failed' }, payload: { refundId: 're_1' } }],
    });
  });

  it('that takes the place of a failed one of the same amount: both are told, although the total is as before', () => {
    const verdict = decide(900, {
      undone: [movement('re_1', 900, 0)],
      given: [movement('re_2', 900, 900)],
      refundedPence: pence(900),
    });
    expect(verdict).toMatchObject({
      events: [{ name: 'refund_failed' }, { name: 'refunded' }],
      jobs: [{ payload: { refundId: 're_1' } }, { payload: { refundId: 're_2' } }],
    });
  });

  it('counts once', () => {
    expect(decide(4900, { refundedPence: pence(4900) })).toEqual({ kind: 'already' });
  });
});
