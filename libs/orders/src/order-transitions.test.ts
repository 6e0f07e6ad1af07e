import fc from 'fast-check';
import {
  nextOrderState,
  type OrderAction,
  type OrderState,
  orderTransitions,
  unreachableStates,
} from './order-transitions.js';

const states: OrderState[] = ['awaiting_payment', 'paid', 'expired', 'cancelled'];
const actions = Object.keys(orderTransitions) as OrderAction[];

describe('the order transition table', () => {
  it('reaches every state', () => {
    expect(unreachableStates()).toEqual([]);
  });

  it('notices a state that nothing leads to', () => {
    const { pay, expire } = orderTransitions;
    expect(
      unreachableStates({
        pay: { ...pay, to: 'expired' },
        expire,
        cancel: { from: ['paid'], to: 'cancelled' },
      }),
    ).toEqual(['paid', 'cancelled']);
  });

  it('says why, for every state and action it refuses', () => {
    for (const state of states) {
      for (const action of actions) {
        const next = nextOrderState(state, action);
        if ('refused' in next) expect(orderTransitions[action].refusals[state]).toBe(next.refused);
      }
    }
  });

  it('goes forward only, whatever happens in whatever order', () => {
    const rank: Record<OrderState, number> = { awaiting_payment: 0, expired: 1, paid: 2, cancelled: 3 };
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...actions), { maxLength: 30 }), (steps) => {
        let state: OrderState = 'awaiting_payment';
        for (const step of steps) {
          const next = nextOrderState(state, step);
          if ('refused' in next) continue;
          expect(rank[next.to]).toBeGreaterThan(rank[state]);
          state = next.to;
        }
      }),
    );
  });

  it('never gives up an order that is paid, and never pays one that is cancelled', () => {
    expect(nextOrderState('paid', 'expire')).toEqual({ refused: 'a paid order does not expire' });
    expect(nextOrderState('cancelled', 'pay')).toHaveProperty('refused');
  });
});
