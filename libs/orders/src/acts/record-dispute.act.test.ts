import { anOrder, PAID_AT } from '../order/order.builder.js';
import { recordDispute } from './record-dispute.act.js';

const at = new Date('2026-12-01T10:00:00Z');

describe('a dispute', () => {
  it('stays on record from the first we hear of it', () => {
    expect(recordDispute.decide(anOrder(), { at }, undefined)).toEqual({
      kind: 'done',
      facts: { disputedAt: at },
      events: [{ name: 'disputed', at }],
    });
    expect(recordDispute.decide(anOrder({ disputedAt: PAID_AT }), { at }, undefined)).toEqual({
      kind: 'already',
    });
  });
});
