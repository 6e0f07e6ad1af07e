import { anOrder, PAID_AT } from '../order/order.builder.js';
import { answerDispute } from './answer-dispute.act.js';

const order = anOrder({ disputedAt: PAID_AT });

describe('answering a dispute', () => {
  it('closes the task with the pack that was made last', () => {
    expect(answerDispute.decide(order, { reason: 'Sent in Stripe.', at: PAID_AT }, 'abc')).toEqual({
      kind: 'done',
      settles: ['dispute_opened'],
      events: [{ name: 'dispute_answered', at: PAID_AT, data: { sha256: 'abc' } }],
    });
  });

  it('needs words and a pack', () => {
    expect(answerDispute.decide(order, { reason: ' ', at: PAID_AT }, 'abc')).toMatchObject({
      code: 'reason_missing',
    });
    expect(answerDispute.decide(order, { reason: 'Sent.', at: PAID_AT }, null)).toMatchObject({
      code: 'order_transition_refused',
    });
  });
});
