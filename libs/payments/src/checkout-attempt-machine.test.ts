import fc from 'fast-check';
import { stepsOf, unexplainedRefusals } from '@app/testing';
import {
  CHECKOUT_NEWS,
  type CheckoutAction,
  checkoutMachine,
  type CheckoutState,
} from './checkout-attempt-machine.js';

const { transitions, next } = checkoutMachine;
const actions = Object.keys(transitions) as CheckoutAction[];

describe('the machine of a checkout attempt', () => {
  it('takes these steps and no others', () => {
    expect(stepsOf(checkoutMachine)).toEqual([
      'checkout attempt: opening',
      'open: opening → open',
      'wait: opening, open → pending',
      'fail: opening, open, pending → failed',
      'expire: opening, open → expired',
      'pay: opening, open, pending, failed, expired → paid',
    ]);
  });

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
    expect(Object.keys(CHECKOUT_NEWS)).toHaveLength(checkoutMachine.states.length - 1);
    for (const [state, action] of Object.entries(CHECKOUT_NEWS)) expect(transitions[action].to).toBe(state);
  });

  it('never gives up an attempt whose bank is deciding', () => {
    expect(next('pending', 'expire')).toEqual({ refused: 'its bank is deciding, so it may still be paid' });
  });
});
