import fc from 'fast-check';
import { exposureInterval } from './exposure-interval.js';
import { exposureInFiveYears, riseFactor } from './growth.js';
import { occupationScore } from './occupation-score.js';

const tasks = (sd: number) => [
  { share: 0.5, exposure: 20, sd },
  { share: 0.5, exposure: 50, sd },
];

describe('score and interval', () => {
  it('is the share-weighted mean', () => expect(occupationScore(tasks(8))).toBe(35));

  it('widens with the raters, the measures and the crosswalk, and holds the score', () => {
    const width = (sd: number, readings: number[], link: 'good' | 'low') => {
      const { low, high } = exposureInterval(35, tasks(sd), readings, link);
      expect(low).toBeLessThanOrEqual(35);
      expect(high).toBeGreaterThanOrEqual(35);
      return high - low;
    };
    expect(width(12, [], 'good')).toBeGreaterThan(width(8, [], 'good'));
    expect(width(8, [60, 70], 'good')).toBeGreaterThan(width(8, [35, 35], 'good'));
    expect(width(8, [], 'low')).toBeGreaterThan(width(8, [], 'good'));
  });
});

describe('rise of work that nobody rated', () => {
  it('follows the edited tasks and never passes 100 or falls', () => {
    expect(riseFactor([{ exposure: 50, exposureIn5Years: 70 }])).toBeCloseTo(80);
    expect(exposureInFiveYears(50, 80)).toBeCloseTo(70);
    fc.assert(
      fc.property(fc.double({ min: 0, max: 100, noNaN: true }), (exposure) => {
        const later = exposureInFiveYears(exposure, 85);
        expect(later).toBeGreaterThanOrEqual(exposure);
        expect(later).toBeLessThanOrEqual(100);
      }),
    );
  });
});
