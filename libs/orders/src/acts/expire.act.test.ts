import { anOrder } from '../order/order.builder.js';
import { expire } from './expire.act.js';

const at = new Date('2026-11-25T11:00:00Z');

describe('expiring', () => {
  it('is one step of the machine, with its moment', () => {
    expect(expire.decide(anOrder({ state: 'awaiting_payment' }), { at }, undefined)).toEqual({
      kind: 'done',
      move: 'expire',
      facts: { expiredAt: at },
      events: [{ name: 'expired', at }],
    });
  });
});
