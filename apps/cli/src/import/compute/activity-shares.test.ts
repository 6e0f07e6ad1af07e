import { activityMeans, publishedActivities } from './activity-shares.js';

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
  const shares = publishedActivities('x', tasks, labels, new Map([['c', 50]]));

  it('splits a task over its activities and counts a supplemental task half', () => {
    expect(shares.map(({ id, share, tasks: count }) => [id, share, count])).toEqual([
      ['a', 0.6, 2],
      ['b', 0.2, 1],
      ['c', 0.2, 1],
    ]);
  });

  it('takes the mean published label, or the activity’s mean elsewhere, unaltered', () => {
    expect(shares.map(({ exposure }) => exposure)).toEqual([50, 100, 50]);
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
