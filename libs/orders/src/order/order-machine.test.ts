import fc from 'fast-check';
import { stepsOf, unexplainedRefusals } from '@app/testing';
import { LIVE_STATES, type OrderAction, orderMachine, type OrderState } from './order-machine.js';

const { transitions, first } = orderMachine;
const actions = Object.keys(transitions) as OrderAction[];

describe('the order machine', () => {
  it('takes these steps and no others', () => {
    expect(stepsOf(orderMachine)).toEqual([
      'order: awaiting_payment',
      'pay: awaiting_payment, expired → paid',
      'expire: awaiting_payment → expired',
      'cancel: awaiting_payment, paid → cancelled',
    ]);
  });

  it('says why in words of its own, for every state and action it refuses', () => {
    expect(unexplainedRefusals(orderMachine)).toEqual([]);
  });

  it('goes forward only, whatever happens in whatever order', () => {
    const rank: Record<OrderState, number> = { awaiting_payment: 0, expired: 1, paid: 2, cancelled: 3 };
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...actions), { maxLength: 30 }), (steps) => {
        let state: OrderState = first;
        for (const step of steps) {
          const next = orderMachine.next(state, step);
          if ('refused' in next) continue;
          expect(rank[next.to]).toBeGreaterThan(rank[state]);
          state = next.to;
        }
      }),
    );
  });

  it('never gives up an order that is paid, and never pays one that is cancelled', () => {
    expect(orderMachine.next('paid', 'expire')).toEqual({ refused: 'a paid order does not expire' });
    expect(orderMachine.next('cancelled', 'pay')).toHaveProperty('refused');
  });

  it('keeps a place for who has paid or may still pay', () => {
    expect(LIVE_STATES).toEqual(['awaiting_payment', 'paid']);
  });

  it('lets a late payment revive an order that has expired', () => {
    expect(orderMachine.next('expired', 'pay')).toEqual({ to: 'paid' });
  });
});
