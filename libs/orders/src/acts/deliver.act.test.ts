import { anOrder, PAID_AT } from '../order/order.builder.js';
import { deliver } from './deliver.act.js';

const promiseAt = new Date('2026-11-26T18:00:00Z');
const late = new Date(promiseAt.getTime() + 1);

describe('delivering', () => {
  it.each([
    ['at the last moment', promiseAt, true],
    ['a millisecond late', late, false],
  ])('%s: in time is %s', (_when, at, inTime) => {
    expect(deliver.decide(anOrder({ promiseAt }), { at }, undefined)).toEqual({
      kind: 'done',
      facts: { deliveredAt: at },
      settles: ['promise_at_risk', 'promise_late', 'second_nobody'],
      events: [{ name: 'delivered', at, data: { inTime } }],
      tasks: [],
    });
  });

  it('what was cancelled meanwhile is told to staff', () => {
    const order = anOrder({ state: 'cancelled' });
    expect(deliver.decide(order, { at: PAID_AT }, undefined)).toMatchObject({
      tasks: [{ kind: 'delivered_after_cancellation', subject: order.id, orderId: order.id }],
    });
  });

  it('counts once', () => {
    expect(deliver.decide(anOrder({ deliveredAt: PAID_AT }), { at: late }, undefined)).toEqual({
      kind: 'already',
    });
  });
});
