import fc from 'fast-check';
import { stepsOf, unexplainedRefusals } from '@app/testing';
import {
  GAVE_NOTHING,
  REFUND_NEWS,
  type RefundAction,
  refundMachine,
  type RefundState,
  refundState,
} from './refund-machine.js';

const { transitions, next } = refundMachine;
const actions = Object.keys(transitions) as RefundAction[];

describe('the machine of a refund', () => {
  it('takes these steps and no others', () => {
    expect(stepsOf(refundMachine)).toEqual([
      'refund: pending',
      'wait: requires_action → pending',
      'ask: pending → requires_action',
      'succeed: pending, requires_action → succeeded',
      'fail: pending, requires_action, succeeded → failed',
      'cancel: pending, requires_action → canceled',
    ]);
  });

  it('says in its own words why, wherever it refuses', () => {
    expect(unexplainedRefusals(refundMachine)).toEqual([]);
  });

  it('gave nothing back when it failed or was called off, and only then', () => {
    expect(GAVE_NOTHING).toEqual(['failed', 'canceled']);
  });

  it('goes forward only, whatever news comes in whatever order; under way it may go to and fro', () => {
    const rank: Record<RefundState, number> = {
      pending: 0,
      requires_action: 0,
      succeeded: 1,
      failed: 2,
      canceled: 2,
    };
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...actions), { maxLength: 30 }), (news) => {
        let state = refundMachine.first;
        for (const action of news) {
          const step = next(state, action);
          if ('refused' in step) continue;
          expect(rank[step.to]).toBeGreaterThanOrEqual(rank[state]);
          expect(GAVE_NOTHING).not.toContain(state);
          state = step.to;
        }
      }),
    );
  });

  it('knows what each word of Stripe does, and takes a new one for money under way', () => {
    expect(Object.keys(REFUND_NEWS)).toEqual(refundMachine.states);
    for (const [state, action] of Object.entries(REFUND_NEWS)) expect(transitions[action].to).toBe(state);
    expect(['succeeded', 'reversed', null].map(refundState)).toEqual(['succeeded', 'pending', 'pending']);
  });
});
