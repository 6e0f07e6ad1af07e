import { activityMeans, activityShares } from './activity-shares.js';

const tasks = [
  { id: '1', weight: 1, activities: ['a', 'b'] },
  { id: '2', weight: 1, activities: ['a'] },
  { id: '3', weight: 0.5, activities: ['c'] },
];
const labels = new Map([
  ['x 1', 100],
  ['x 2', 0],
]);

describe('activities standing in for tasks', () => {
  const shares = activityShares('x', tasks, labels, new Map([['c', 50]]), 50);

  it('splits a task over its activities and counts a supplemental task half', () => {
    expect(shares.map(({ id, share, tasks: count }) => [id, share, count])).toEqual([
      ['a', 0.6, 2],
      ['b', 0.2, 1],
      ['c', 0.2, 1],
    ]);
  });

  it('takes the mean label, or the activity’s mean elsewhere, and shifts the sum to the score', () => {
    // a: (100 + 0) / 2, b: 100, c: 50 of others; Σ = 60, so every exposure moves by −10 except where it is clipped.
    expect(shares.map(({ exposure }) => Math.round(exposure))).toEqual([40, 90, 40]);
    expect(shares.reduce((sum, { share, exposure }) => sum + share * exposure, 0)).toBeCloseTo(50, 9);
  });

  it('takes an activity’s mean over all labelled tasks of all occupations', () => {
    expect(activityMeans(new Map([['x', tasks.slice(0, 2)]]), labels)).toEqual(
      new Map([
        ['a', 50],
        ['b', 100],
      ]),
    );
  });
});
