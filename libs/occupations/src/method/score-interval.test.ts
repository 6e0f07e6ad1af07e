import { scoreInterval } from './score-interval.js';

const width = ({ low, high }: { low: number; high: number }): number => high - low;

describe('the 80 % interval of a data score', () => {
  it('is the base noise alone where all measures agree and the link is good', () => {
    expect(width(scoreInterval(50, [50, 50, 50], 'good', 0))).toBeCloseTo(2 * 1.2816 * 4, 3);
  });

  it('widens with disagreement, with doubt about the link and without F', () => {
    const plain = width(scoreInterval(50, [50, 50, 50], 'good', 0));
    expect(width(scoreInterval(50, [30, 50, 80], 'good', 0))).toBeGreaterThan(plain);
    expect(width(scoreInterval(50, [50, 50, 50], 'fair', 0))).toBeGreaterThan(plain);
    expect(width(scoreInterval(50, [50, 50, 50], 'low', 0))).toBeGreaterThan(
      width(scoreInterval(50, [50, 50, 50], 'fair', 0)),
    );
    expect(width(scoreInterval(50, [50, 50, 50], 'good', 6))).toBeGreaterThan(plain);
  });

  it('stays within 0 and 100', () => {
    expect(scoreInterval(1, [90, 90], 'low', 9).low).toBe(0);
    expect(scoreInterval(99, [10, 10], 'low', 9).high).toBe(100);
  });
});
