import fc from 'fast-check';
import { stepsOf, unexplainedRefusals } from '@app/testing';
import {
  ATTEMPT_NEWS,
  type AttemptAction,
  attemptMachine,
  type AttemptState,
} from './delivery-attempt-machine.js';

const { transitions, next } = attemptMachine;
const actions = Object.keys(transitions) as AttemptAction[];

describe('the machine of an attempt', () => {
  it('takes these steps and no others', () => {
    expect(stepsOf(attemptMachine)).toEqual([
      'delivery attempt: begun',
      'startData: begun → data_started',
      'accept: data_started, settled_not_sent → accepted',
      'refuse: begun, data_started → refused',
      'miss: begun, data_started → unreachable',
      'lose: data_started → unknown',
      'abandon: begun → abandoned',
      'cancel: begun → cancelled',
      'settleNotSent: begun, data_started → settled_not_sent',
    ]);
  });

  it('says in its own words why, wherever it refuses', () => {
    expect(unexplainedRefusals(attemptMachine)).toEqual([]);
  });

  it('goes forward only, whatever happens in whatever order', () => {
    const rank = (state: AttemptState): number =>
      ({ begun: 0, data_started: 1, settled_not_sent: 2 })[state as string] ?? 3;
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...actions), { maxLength: 30 }), (steps) => {
        let state = attemptMachine.first;
        for (const action of steps) {
          const step = next(state, action);
          if ('refused' in step) continue;
          expect(rank(step.to)).toBeGreaterThan(rank(state));
          state = step.to;
        }
      }),
    );
  });

  it('is replaced only before its first byte, and knows what each outcome of sending is called', () => {
    expect(next('data_started', 'abandon')).toEqual({ refused: 'its first byte may be on the way' });
    expect(next('abandoned', 'startData')).toEqual({
      refused: 'another attempt has taken over this delivery',
    });
    expect(Object.keys(ATTEMPT_NEWS)).toEqual(['accepted', 'refused', 'unreachable', 'unknown']);
    for (const [outcome, action] of Object.entries(ATTEMPT_NEWS))
      expect(transitions[action].to).toBe(outcome);
  });
});
