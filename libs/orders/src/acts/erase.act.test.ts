import { anOrder, PAID_AT } from '../order/order.builder.js';
import { erase } from './erase.act.js';

const at = new Date('2028-11-24T10:00:00Z');

describe('erasing', () => {
  it('takes what the order says about the work of its customer, and keeps whose wish it was', () => {
    expect(erase.decide(anOrder(), { why: 'asked', at }, undefined)).toEqual({
      kind: 'done',
      facts: { erasedAt: at, occupationTitle: 'Erased' },
      settles: ['correction_asked', 'correction_at_risk', 'correction_late'],
      events: [{ name: 'data_erased', at, data: { why: 'asked' } }],
    });
  });

  it('happens once', () => {
    expect(erase.decide(anOrder({ erasedAt: PAID_AT }), { why: 'time_over', at }, undefined)).toEqual({
      kind: 'already',
    });
  });
});
