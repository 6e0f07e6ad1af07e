import { pence } from '@app/kernel';
import { anOrder, PAID_AT } from '../order/order.builder.js';
import { recordRefund } from './record-refund.act.js';
import { effectOf, jobOf } from './effect.builder.js';

const at = new Date('2026-11-26T18:05:00Z');
const promiseAt = new Date('2026-11-26T18:00:00Z');
const order = anOrder({ promiseAt });
const job = jobOf(order);

/** Nothing more and nothing less: a fact, a task settled or a job too many would be kept, closed or sent. */
describe('the whole effect of a refund', () => {
  const one = { refundId: 're_1', amount: pence(4900), total: pence(4900), otherwise: true };
  const told = (name: string, total: number): object => ({
    name,
    at,
    data: { refundId: 're_1', amountPence: 4900, totalPence: total },
  });
  const news = (total: number, given: object[], undone: object[], changes = {}): object =>
    effectOf(
      recordRefund.decide(
        { ...order, ...changes },
        { total: pence(total), given: given as never, undone: undone as never, at },
        undefined,
      ),
    );

  it('of everything, before delivery', () => {
    expect(news(4900, [one], [])).toEqual({
      kind: 'done',
      move: 'cancel',
      facts: { refundedPence: 4900, refundedAt: at, cancelledAt: at },
      events: [
        told('refunded', 4900),
        { name: 'cancelled', at, data: { reason: 'refunded in full before delivery' } },
      ],
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
      jobs: [
        job(
          'order.tell-refunded',
          { refundId: 're_1', amountPence: 4900, totalPence: 4900, otherwise: true },
          'order.tell-refunded:re_1',
        ),
      ],
    });
  });

  it('that came back to us', () => {
    const undone = { ...one, total: pence(0), otherwise: false };
    const changes = { refundedPence: pence(4900), refundedAt: PAID_AT, deliveredAt: PAID_AT };
    expect(news(0, [], [undone], changes)).toEqual({
      kind: 'done',
      facts: { refundedPence: 0, refundedAt: null },
      events: [told('refund_failed', 0)],
      blockers: {
        end: [{ kind: 'refund_in_full', reason: 'A refund came back to us, so money is owed again', at }],
      },
      jobs: [
        job(
          'order.tell-refund-failed',
          { refundId: 're_1', amountPence: 4900, totalPence: 0, otherwise: false },
          'order.tell-refund-failed:re_1',
        ),
      ],
    });
  });

  it('of a part, and of a sum that nobody told of one by one', () => {
    expect(news(900, [{ ...one, amount: pence(900), total: pence(900) }], [])).not.toHaveProperty('blockers');
    expect(news(900, [], [])).toEqual({
      kind: 'done',
      facts: { refundedPence: 900, refundedAt: at },
      events: [{ name: 'refunded', at, data: { totalPence: 900 } }],
      jobs: [],
    });
    expect(news(900, [], [], { paidPence: null })).not.toHaveProperty('move');
  });
});
