import fc from 'fast-check';
import { unexplainedRefusals } from '@app/testing';
import {
  CHECKOUT_NEWS,
  type CheckoutAction,
  checkoutMachine,
  type CheckoutState,
} from './checkout-attempt-machine.js';

const { transitions, next } = checkoutMachine;
const actions = Object.keys(transitions) as CheckoutAction[];

describe('the machine of a checkout attempt', () => {
  it('says in its own words why, wherever it refuses', () => {
    expect(unexplainedRefusals(checkoutMachine)).toEqual([]);
  });

  it('goes forward only, whatever news comes in whatever order', () => {
    const rank: Record<CheckoutState, number> = {
      opening: 0,
      open: 1,
      pending: 2,
      failed: 3,
      expired: 3,
      paid: 4,
    };
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...actions), { maxLength: 30 }), (news) => {
        let state = checkoutMachine.first;
        for (const action of news) {
          const step = next(state, action);
          if ('refused' in step) continue;
          expect(rank[step.to]).toBeGreaterThan(rank[state]);
          state = step.to;
        }
        expect(state === 'paid').toBe(news.includes('pay'));
      }),
    );
  });

  it('knows what each word of Stripe does', () => {
    for (const [state, action] of Object.entries(CHECKOUT_NEWS)) expect(transitions[action].to).toBe(state);
  });

  it('never gives up an attempt whose bank is deciding', () => {
    expect(next('pending', 'expire')).toEqual({ refused: 'its bank is deciding, so it may still be paid' });
  });
});
