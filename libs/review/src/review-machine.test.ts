import fc from 'fast-check';
import { stepsOf, unexplainedRefusals } from '@app/testing';
import { OPEN_STATES, type ReviewAction, reviewMachine, type ReviewState } from './review-machine.js';

const { states, transitions, first, next } = reviewMachine;
const actions = Object.keys(transitions) as ReviewAction[];

describe('the machine of a review', () => {
  it('takes these steps and no others', () => {
    expect(stepsOf(reviewMachine)).toEqual([
      'review: queued',
      'claim: queued → claimed',
      'release: claimed → queued',
      'hold: claimed → held',
      'resume: held → claimed',
      'approve: claimed → approved',
      'approve_first: claimed → second',
      'approve_second: second → approved',
      'return_second: second → returned',
      'return: claimed → returned',
      'supersede: queued, claimed, second, held → superseded',
    ]);
  });

  it('says in its own words why, wherever it refuses', () => {
    expect(unexplainedRefusals(reviewMachine)).toEqual([]);
  });

  it('goes to and fro only while it is open; once decided it stays so, whatever happens', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...actions), { maxLength: 30 }), (steps) => {
        let state: ReviewState = first;
        for (const step of steps) {
          const to = next(state, step);
          if ('refused' in to) continue;
          expect(OPEN_STATES).toContain(state);
          state = to.to;
        }
      }),
    );
  });

  it('is open until somebody decides or a newer version takes its place', () => {
    expect(OPEN_STATES).toEqual(['queued', 'claimed', 'second', 'held']);
  });

  it('is approved or returned out of a claim alone', () => {
    for (const action of ['approve', 'return'] as const)
      expect(states.filter((state) => 'to' in next(state, action))).toEqual(['claimed']);
  });
});
