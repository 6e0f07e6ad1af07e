import fc from 'fast-check';
import { stepsOf, unexplainedRefusals } from '@app/testing';
import { type DeliveryAction, deliveryMachine, STOPPED } from './delivery-machine.js';

const { transitions, next } = deliveryMachine;
const actions = Object.keys(transitions) as DeliveryAction[];
const steps = fc.array(fc.constantFrom(...actions), { maxLength: 30 });

describe('the machine of a delivery', () => {
  it('takes these steps and no others', () => {
    expect(stepsOf(deliveryMachine)).toEqual([
      'delivery: queued',
      'attempt: queued, sending → sending',
      'accept: queued, sending, unknown → accepted',
      'retry: sending → queued',
      'doubt: queued, sending → unknown',
      'bounce: sending → bounced',
      'comeBack: accepted, unknown → bounced',
      'giveUp: sending → failed',
      'cancel: queued, sending → cancelled',
      'settleSent: unknown, failed, bounced → accepted',
      'sendAgain: unknown, failed, bounced → queued',
    ]);
  });

  it('says in its own words why, wherever it refuses', () => {
    expect(unexplainedRefusals(deliveryMachine)).toEqual([]);
  });

  it('never leaves its end, leaves “accepted” only when it comes back, and once stopped goes on only by a person or by the mail server’s own word', () => {
    const stopped: readonly string[] = STOPPED;
    fc.assert(
      fc.property(steps, (taken) => {
        let state = deliveryMachine.first;
        for (const action of taken) {
          const step = next(state, action);
          if ('refused' in step) continue;
          expect(state).not.toBe('cancelled');
          if (state === 'accepted') expect(action).toBe('comeBack');
          if (stopped.includes(state))
            expect(['settleSent', 'sendAgain', 'accept', 'comeBack']).toContain(action);
          state = step.to;
        }
      }),
    );
  });

  it('never sends by itself what may be out', () => {
    expect(next('unknown', 'attempt')).toEqual({ refused: 'it may have been sent; a person decides' });
    expect(next('accepted', 'retry')).toEqual({ refused: 'the mail server has it already' });
  });
});
