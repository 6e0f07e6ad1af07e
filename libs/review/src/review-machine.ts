import { defineMachine } from '@app/kernel';

/**
 * queued → claimed → approved or returned, by way of `second` where a second person is needed; a claim may be held and resumed, or fall back to queued. `superseded`: a newer blueprint of the
 * same order took its place before anyone decided.
 */
export type ReviewState = 'queued' | 'claimed' | 'second' | 'held' | 'approved' | 'returned' | 'superseded';

export type ReviewAction =
  | 'claim'
  | 'release'
  | 'hold'
  | 'resume'
  | 'approve'
  | 'approve_first'
  | 'approve_second'
  | 'return'
  | 'return_second'
  | 'supersede';

/** Reviews that wait for a decision; an order has at most one. */
export const OPEN_STATES: readonly ReviewState[] = ['queued', 'claimed', 'second', 'held'];

const DECIDED = {
  approved: 'the draft is approved already',
  returned: 'the draft was returned already',
  superseded: 'a newer version of this blueprint has taken its place',
} as const;
const UNCLAIMED = 'nobody has claimed the review';
const ON_HOLD = 'the review is on hold';
const SECOND = 'the review waits for a second person';
const NOT_YET = 'nobody has approved the draft yet';

/** To and fro while nobody has decided; a decision is the end. Whose claim it is, and whether it has lapsed, is for the service to ask. */
export const reviewMachine = defineMachine<ReviewState, ReviewAction>({
  name: 'review',
  first: 'queued',
  states: ['queued', 'claimed', 'second', 'held', 'approved', 'returned', 'superseded'],
  transitions: {
    claim: {
      from: ['queued'],
      to: 'claimed',
      refusals: { claimed: 'the review is claimed already', held: ON_HOLD, second: SECOND, ...DECIDED },
    },
    release: {
      from: ['claimed'],
      to: 'queued',
      refusals: { queued: UNCLAIMED, held: ON_HOLD, second: SECOND, ...DECIDED },
    },
    hold: {
      from: ['claimed'],
      to: 'held',
      refusals: { queued: UNCLAIMED, held: 'the review is on hold already', second: SECOND, ...DECIDED },
    },
    resume: {
      from: ['held'],
      to: 'claimed',
      refusals: { queued: UNCLAIMED, claimed: 'the review is not on hold', second: SECOND, ...DECIDED },
    },
    approve: {
      from: ['claimed'],
      to: 'approved',
      refusals: { queued: UNCLAIMED, held: ON_HOLD, second: SECOND, ...DECIDED },
    },
    approve_first: {
      from: ['claimed'],
      to: 'second',
      refusals: { queued: UNCLAIMED, held: ON_HOLD, second: SECOND, ...DECIDED },
    },
    approve_second: {
      from: ['second'],
      to: 'approved',
      refusals: { queued: NOT_YET, claimed: NOT_YET, held: ON_HOLD, ...DECIDED },
    },
    return_second: {
      from: ['second'],
      to: 'returned',
      refusals: { queued: NOT_YET, claimed: NOT_YET, held: ON_HOLD, ...DECIDED },
    },
    return: {
      from: ['claimed'],
      to: 'returned',
      refusals: { queued: UNCLAIMED, held: ON_HOLD, second: SECOND, ...DECIDED },
    },
    supersede: { from: ['queued', 'claimed', 'second', 'held'], to: 'superseded', refusals: DECIDED },
  },
});
