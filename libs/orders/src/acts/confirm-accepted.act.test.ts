import { anOrder, PAID_AT } from '../order/order.builder.js';
import { confirmAccepted } from './confirm-accepted.act.js';

const at = new Date('2026-11-24T10:05:00Z');

describe('an accepted confirmation', () => {
  it('is kept with its moment, and nobody has to see any more why work has not started', () => {
    expect(confirmAccepted.decide(anOrder(), { at }, undefined)).toEqual({
      kind: 'done',
      facts: { confirmationAcceptedAt: at },
      settles: ['work_not_started'],
      events: [{ name: 'confirmation_accepted', at }],
    });
  });

  it('keeps the first moment', () => {
    const order = anOrder({ confirmationAcceptedAt: PAID_AT });
    expect(confirmAccepted.decide(order, { at }, undefined)).toEqual({ kind: 'already' });
  });
});
