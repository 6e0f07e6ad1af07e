import { anOrder, PAID_AT } from '../order/order.builder.js';
import { confirmOtherwise } from './confirm-otherwise.act.js';

const at = new Date('2026-11-25T10:00:00Z');

describe('a confirmation by another way', () => {
  it('counts like the email, and what was written about it stays out of the log of the order', () => {
    expect(confirmOtherwise.decide(anOrder(), { how: 'By post on 24 November', at }, undefined)).toEqual({
      kind: 'done',
      facts: { confirmationAcceptedAt: at },
      settles: ['work_not_started'],
      events: [{ name: 'confirmation_accepted', at, data: { otherwise: true } }],
    });
  });

  it('needs to be told how, and an order that is paid and not confirmed', () => {
    expect(confirmOtherwise.decide(anOrder(), { how: ' ', at }, undefined)).toMatchObject({
      code: 'reason_missing',
    });
    expect(
      confirmOtherwise.decide(anOrder({ state: 'cancelled' }), { how: 'Post', at }, undefined),
    ).toMatchObject({
      code: 'order_transition_refused',
    });
    const confirmed = anOrder({ confirmationAcceptedAt: PAID_AT });
    expect(confirmOtherwise.decide(confirmed, { how: 'Post', at }, undefined)).toEqual({ kind: 'already' });
  });
});
