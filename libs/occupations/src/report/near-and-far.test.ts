import fc from 'fast-check';
import { OTHER_ACTIVITIES } from '../build/activity-tasks.js';
import { farParts, nearParts } from './near-and-far.js';

const part = (name: string, exposure: number, share: number) => ({
  id: name.toLowerCase(),
  name,
  exposure,
  share,
});

describe('the parts nearest to what tools can do, and furthest from it', () => {
  it('are told by exposure, and of equal ones the larger is named', () => {
    const tasks = [
      part('Big', 20, 0.5),
      part('Small', 20, 0.05),
      part('Mid', 20, 0.15),
      part('Desk', 80, 0.3),
    ];
    expect(nearParts(tasks)).toEqual(['desk']);
    expect(farParts(tasks)).toEqual(['big', 'mid']);
  });

  it('are not told where nothing sets them apart', () => {
    const tasks = [part('One', 24, 0.6), part('Two', 27, 0.4)];
    expect([...nearParts(tasks), ...farParts(tasks)]).toEqual([]);
  });

  it('are never the same, and never the rest of the table', () => {
    const tasks = fc.array(
      fc.record({
        id: fc.constantFrom('a', 'b', OTHER_ACTIVITIES),
        name: fc.uuid(),
        exposure: fc.double({ min: 0, max: 100, noNaN: true }),
        share: fc.double({ min: 0.01, max: 1, noNaN: true }),
      }),
      { minLength: 1, maxLength: 10 },
    );
    fc.assert(
      fc.property(tasks, (all) => {
        const others = all.filter(({ id }) => id === OTHER_ACTIVITIES).map(({ name }) => name);
        const [near, far] = [nearParts(all), farParts(all)];
        expect(near.filter((name) => far.includes(name) || others.includes(name))).toEqual([]);
        expect(far.filter((name) => others.includes(name))).toEqual([]);
      }),
    );
  });
});
