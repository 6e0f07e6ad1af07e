import { newId, pence } from '@app/kernel';
import { anOrder } from '../order/order.builder.js';
import { pay } from './pay.act.js';

const at = new Date('2026-11-24T11:00:00Z');
const input = { amount: pence(4900), at };
const free = { placeIsTaken: false, choice: null };
const unpaid = { state: 'awaiting_payment', paidAt: null, paidPence: null } as const;

describe('paying', () => {
  it('moves the order, keeps what was paid and when, and has the confirmation sent', () => {
    const order = anOrder(unpaid);
    expect(pay.decide(order, input, free)).toMatchObject({
      kind: 'done',
      move: 'pay',
      facts: { paidAt: at, paidPence: 4900, expiredAt: null },
      events: [{ name: 'paid', at, data: { amountPence: 4900 } }],
      jobs: [{ job: { name: 'order.send-confirmation' }, options: { key: `confirm:${order.id}` } }],
    });
  });

  it('knows by when it would be there, and for who chose to wait when the wait ends', () => {
    expect(pay.decide(anOrder(unpaid), input, free)).toMatchObject({
      facts: { waitEndsAt: null, expectedAt: new Date('2026-11-26T18:00:00Z') },
    });
    const waiting = anOrder({ ...unpaid, startChoice: 'start_after_cancellation_period' });
    expect(pay.decide(waiting, input, free)).toMatchObject({
      facts: { waitEndsAt: new Date('2026-12-09T00:00:00Z'), expectedAt: new Date('2026-12-11T18:00:00Z') },
    });
  });

  it('revives an order that had expired, and says so in the log', () => {
    const expiredAt = new Date('2026-11-24T10:30:00Z');
    expect(pay.decide(anOrder({ ...unpaid, state: 'expired', expiredAt }), input, free)).toMatchObject({
      kind: 'done',
      events: [{ name: 'revived', data: { expiredAt } }, { name: 'paid' }],
    });
  });

  it('is refused for an expired order whose place is taken: the customer would have paid for two', () => {
    const verdict = pay.decide(anOrder({ ...unpaid, state: 'expired' }), input, {
      ...free,
      placeIsTaken: true,
    });
    expect(verdict).toMatchObject({ kind: 'refused', code: 'order_place_taken' });
    // Who still waits for a payment has kept their place.
    expect(pay.decide(anOrder(unpaid), input, { ...free, placeIsTaken: true })).toMatchObject({
      kind: 'done',
    });
  });

  it('puts the choice in force that was paid for, whatever was chosen since', () => {
    const order = anOrder({ ...unpaid, startChoice: 'start_after_cancellation_period' });
    const choice = { id: newId(), orderId: order.id, startChoice: 'start_now', madeAt: at } as const;
    expect(pay.decide(order, input, { ...free, choice })).toMatchObject({
      facts: { choiceId: choice.id, startChoice: 'start_now' },
      events: [{ name: 'paid', data: { choiceId: choice.id, startChoice: 'start_now' } }],
    });
  });

  it('counts once', () => {
    expect(pay.decide(anOrder(), input, free)).toEqual({ kind: 'already' });
  });
});
