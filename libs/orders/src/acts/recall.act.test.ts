import { anOrder, PAID_AT } from '../order/order.builder.js';
import { recall } from './recall.act.js';

describe('calling an approved blueprint back', () => {
  it('leaves a line', () => {
    expect(recall.decide(anOrder(), { at: PAID_AT }, undefined)).toEqual({
      kind: 'done',
      events: [{ name: 'recalled', at: PAID_AT }],
    });
  });

  it('comes too late once it was delivered', () => {
    expect(recall.decide(anOrder({ deliveredAt: PAID_AT }), { at: PAID_AT }, undefined)).toMatchObject({
      kind: 'refused',
      code: 'order_delivered',
    });
  });
});
