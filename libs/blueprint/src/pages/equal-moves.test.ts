import { fromWords, saidMoves } from './equal-moves.js';

const lever = (from: string, more: object = {}) => ({
  from,
  to: 'Negotiating',
  hours: 4,
  before: 45.2,
  after: 41.3,
  ...more,
});

describe('moves of hours', () => {
  it('that lead to one task, take as long and end at the same score are said as one', () => {
    const moves = saidMoves([lever('Reading'), lever('Drafting', { after: 40.9 }), lever('Research')]);
    expect(moves.map(fromWords)).toEqual(['Reading, or drafting, or research']);
    expect(moves[0]?.after).toBe(41.3);
  });

  it.each([
    ['another task', { to: 'Advising' }],
    ['other hours', { hours: 2 }],
    ['another score', { after: 42 }],
  ])('are told apart by %s', (_name, more) => {
    expect(saidMoves([lever('Reading'), lever('Drafting', more)]).map(fromWords)).toEqual([
      'Reading',
      'Drafting',
    ]);
  });
});
