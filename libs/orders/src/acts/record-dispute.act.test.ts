import { anOrder, PAID_AT } from '../order/order.builder.js';
import { recordDispute } from './record-dispute.act.js';

const at = new Date('2026-12-01T10:00:00Z');

describe('a dispute', () => {
  it('stays on record from the first we hear of it, and binds the order', () => {
    expect(recordDispute.decide(anOrder(), { disputeId: 'dp_1', at }, [])).toMatchObject({
      kind: 'done',
      facts: { disputedAt: at },
      blockers: { raise: [{ kind: 'dispute', source: 'dp_1', at }] },
      events: [{ name: 'disputed', at }],
    });
  });

  it('that is told of again, also after it ended, is nothing; another one binds anew', () => {
    const order = anOrder({ disputedAt: PAID_AT });
    expect(recordDispute.decide(order, { disputeId: 'dp_1', at }, ['dp_1'])).toEqual({ kind: 'already' });
    expect(recordDispute.decide(order, { disputeId: 'dp_2', at }, ['dp_1'])).toMatchObject({
      kind: 'done',
      facts: { disputedAt: PAID_AT },
    });
  });
});
