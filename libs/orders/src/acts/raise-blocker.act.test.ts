import { anOrder, PAID_AT } from '../order/order.builder.js';
import { raiseBlocker } from './raise-blocker.act.js';

describe('a blocker', () => {
  it('is raised with its reason and source, whatever state the order is in', () => {
    const notice = {
      kind: 'cancellation_notice',
      reason: 'CN-1 by the form',
      source: 'CN-1',
      at: PAID_AT,
    } as const;
    for (const state of ['paid', 'cancelled'] as const)
      expect(raiseBlocker.decide(anOrder({ state }), notice, undefined)).toMatchObject({
        kind: 'done',
        blockers: { raise: [notice] },
        events: [{ name: 'blocked', data: { kind: 'cancellation_notice' } }],
      });
  });
});
