import { stepsOf, unexplainedRefusals } from '@app/testing';
import { disputeMachine, disputeState } from './dispute-machine.js';

const { first, next } = disputeMachine;

describe('the machine of a dispute', () => {
  it('takes these steps and no others', () => {
    expect(stepsOf(disputeMachine)).toEqual(['dispute: open', 'win: open → won', 'lose: open → lost']);
  });

  it('says in its own words why, wherever it refuses', () => {
    expect(unexplainedRefusals(disputeMachine)).toEqual([]);
  });

  it('is won or lost once, and nothing opens it again', () => {
    expect(first).toBe('open');
    expect(next('open', 'win')).toEqual({ to: 'won' });
    expect(next('open', 'lose')).toEqual({ to: 'lost' });
    expect(next('won', 'lose')).toEqual({ refused: 'the bank has decided for us' });
    expect(next('lost', 'win')).toEqual({ refused: 'the bank has decided against us' });
    expect(next('won', 'win')).toEqual({ refused: 'it is won already' });
    expect(next('lost', 'lose')).toEqual({ refused: 'it is lost already' });
  });

  it.each([
    ['won', 'won'],
    ['warning_closed', 'won'],
    ['prevented', 'won'],
    ['lost', 'lost'],
    ['needs_response', 'open'],
    ['under_review', 'open'],
    ['warning_needs_response', 'open'],
    ['a word of next year', 'open'],
  ])('takes Stripe’s “%s” for %s', (word, state) => {
    expect(disputeState(word)).toBe(state);
  });
});
