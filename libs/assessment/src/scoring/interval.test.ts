import type { Interval } from '@app/occupations';
import { CONCENTRATION } from './detail.js';
import { COMMON_SD, draw as drawBoth, DRAWS, drawInterval, type IntervalInput, moved } from './interval.js';
import { titleOnlyVariance } from './title-only-variance.js';

/** 10th and 90th percentile of the standard normal distribution: ± this. */
const Z80 = 1.2816;
/**
 * Four standard errors of a 10 % quantile from 4,000 normal draws, in standard deviations: √(0.1 · 0.9 / n) over the density there.
 * Seeds are fixed, so a test that holds once holds for ever.
 */
const MONTE_CARLO = (4 * Math.sqrt((0.1 * 0.9) / DRAWS)) / 0.1755;

const inputOf = (input: Partial<IntervalInput>): IntervalInput => ({
  parts: [{ share: 1, exposure: 50, sd: 10 }],
  score: 50,
  concentration: 8,
  seed: '0123456789abcdef',
  ...input,
});
const draw = (input: Partial<IntervalInput>): Interval => drawInterval(inputOf(input));

const near = (value: number, expected: number, sd: number): void => {
  expect(Math.abs(value - expected)).toBeLessThan(MONTE_CARLO * sd);
};
const widthOf = ({ low, high }: Interval): number => high - low;

describe('drawInterval', () => {
  it.each([0, 3, 10, 20])(
    'of one task (the shares cannot vary) is score ± 1.2816·√(s² + 25), s = %i',
    (sd) => {
      const whole = Math.hypot(sd, COMMON_SD);
      const { low, high } = draw({ parts: [{ share: 1, exposure: 50, sd }] });
      near(low, 50 - Z80 * whole, whole);
      near(high, 50 + Z80 * whole, whole);
    },
  );

  it.each([1, 8, 60])(
    'of two sure tasks is as wide as the Beta distribution of their shares, k = %i',
    (k) => {
      // Var of a Beta(k/2, k/2) is 1 / (4 (k + 1)); the tasks lie 40 points apart, and k = 1 is far from normal, so only variances are compared.
      const halves = [30, 70].map((exposure) => ({ share: 0.5, exposure, sd: 0 }));
      const variance = 40 ** 2 / (4 * (k + 1)) + COMMON_SD ** 2;
      const { low, high } = draw({ parts: halves, concentration: k });
      // Between a two-point distribution (± sd) and a normal one.
      expect((high - low) / 2 / Math.sqrt(variance)).toBeGreaterThan(1.2);
      expect((high - low) / 2 / Math.sqrt(variance)).toBeLessThan(1.45);
    },
  );

  it('of many tasks is as wide as its variance, worked out by hand', () => {
    const tasks = Array.from({ length: 20 }, (_, index) => ({
      share: 0.05,
      exposure: 20 + 3 * index,
      sd: 15,
    }));
    const k = CONCENTRATION.bands;
    // Σ E[p²] s² = 20 · 0.05 (k·0.05 + 1)/(k + 1) · 225; the exposures' variance is 3² (20² − 1)/12.
    const variance = ((0.05 * k + 1) / (k + 1)) * 225 + (9 * 399) / 12 / (k + 1) + 25;
    expect(titleOnlyVariance(tasks, k)).toBeCloseTo(variance, 10);
    const { low, high } = draw({ parts: tasks, score: 48.5, concentration: k });
    const sd = Math.sqrt(variance);
    near(low, 48.5 - Z80 * sd, sd);
    near(high, 48.5 + Z80 * sd, sd);
  });

  it('leaves out a part of no share, and a family adds how far its occupations lie apart', () => {
    const part = { share: 1, exposure: 50, sd: 10 };
    expect(draw({ parts: [part, { share: 0, exposure: 100, sd: 35 }] })).toEqual(draw({ parts: [part] }));
    const sd = Math.hypot(10, COMMON_SD, 12);
    const { low, high } = draw({ family: { sd: 12, leastWidth: 0 } });
    near(low, 50 - Z80 * sd, sd);
    near(high, 50 + Z80 * sd, sd);
  });

  it('stays on the scale and holds the score, also one that no draw reached', () => {
    expect(draw({ parts: [{ share: 1, exposure: 2, sd: 10 }], score: 2 }).low).toBe(0);
    expect(draw({ parts: [{ share: 1, exposure: 98, sd: 10 }], score: 98 }).high).toBe(100);
    expect(draw({ score: 95 }).high).toBe(95);
    expect(draw({ score: 5 }).low).toBe(5);
    expect(draw({ parts: [], score: 0 })).toMatchObject({ low: 0 });
  });

  it('is squeezed around the score to what less information gave, and never stretched to it', () => {
    const free = draw({ score: 52 });
    const held = draw({ score: 52, atMost: 10 });
    expect(widthOf(held)).toBeCloseTo(10, 10);
    expect((52 - held.low) / 10).toBeCloseTo((52 - free.low) / widthOf(free), 10);
    expect(draw({ score: 52, atMost: 90 })).toEqual(free);
  });

  it('of a family is at least as wide as that of any occupation in it, to both sides, and on the scale', () => {
    const free = draw({ family: { sd: 0, leastWidth: 0 } });
    const wide = draw({ family: { sd: 0, leastWidth: 60 } });
    expect(widthOf(wide)).toBeCloseTo(60, 10);
    expect(wide.low + wide.high).toBeCloseTo(free.low + free.high, 10);
    const edge = { parts: [{ share: 1, exposure: 2, sd: 10 }], score: 2 };
    expect(draw({ ...edge, family: { sd: 0, leastWidth: 60 } })).toEqual({ low: 0, high: 60 });
    expect(draw({ family: { sd: 0, leastWidth: 200 } })).toEqual({ low: 0, high: 100 });
    const high = { parts: [{ share: 1, exposure: 98, sd: 10 }], score: 98 };
    expect(draw({ ...high, family: { sd: 0, leastWidth: 60 } })).toEqual({ low: 40, high: 100 });
  });
});

describe('the differences to the typical week', () => {
  const differences = (...parts: IntervalInput['parts']): number[] => [
    ...drawBoth(inputOf({ parts, concentration: 30 })).differences,
  ];
  const quantile = (sorted: readonly number[], share: number): number =>
    sorted[Math.floor(sorted.length * share)] ?? NaN;

  it('are a tenth of the draws, from the least to the most', () => {
    const all = differences(
      { share: 0.5, typicalShare: 0.1, exposure: 70, sd: 9 },
      { share: 0.5, typicalShare: 0.9, exposure: 30, sd: 9 },
    );
    expect(all).toHaveLength(DRAWS / 10);
    expect(all).toEqual([...all].sort((a, b) => a - b));
  });

  it('are none where the week is the typical one, however little its rating and the common error are known', () => {
    const one = { share: 1, exposure: 50, sd: 20 };
    for (const difference of [...differences(one), ...differences({ ...one, typicalShare: 1 })])
      expect(difference).toBeCloseTo(0, 9);
  });

  it('are as sure as the ratings of the tasks that differ: of two tasks N(70, 6) and N(30, 8) it is N(40, 10)', () => {
    const all = differences(
      { share: 1, typicalShare: 0, exposure: 70, sd: 6 },
      { share: 0, typicalShare: 1, exposure: 30, sd: 8 },
    );
    near(quantile(all, 0.1), 40 - Z80 * 10, 10);
    near(quantile(all, 0.5), 40, 10);
    near(quantile(all, 0.9), 40 + Z80 * 10, 10);
    // Sure ratings leave nothing to doubt: the common error is in both weeks.
    const sure = differences(
      { share: 1, typicalShare: 0, exposure: 70, sd: 0 },
      { share: 0, typicalShare: 1, exposure: 30, sd: 0 },
    );
    for (const difference of sure) expect(difference).toBeCloseTo(40, 9);
  });

  it('know the person’s shares by the Dirichlet distribution, and the typical ones for sure', () => {
    // Var of a Beta(k/2, k/2) is 1 / (4 (k + 1)); the tasks lie 40 points apart; typically a quarter is the higher one.
    const all = differences(
      { share: 0.5, typicalShare: 0.25, exposure: 70, sd: 0 },
      { share: 0.5, typicalShare: 0.75, exposure: 30, sd: 0 },
    );
    const sd = 40 / (2 * Math.sqrt(31));
    near(quantile(all, 0.5), 10, sd);
    near(quantile(all, 0.1), 10 - Z80 * sd, sd);
    near(quantile(all, 0.9), 10 + Z80 * sd, sd);
  });
});

describe('moved', () => {
  it('keeps the width, and keeps at the other end what would leave the scale', () => {
    expect(moved({ low: 20, high: 50 }, 5)).toEqual({ low: 25, high: 55 });
    expect(moved({ low: 3, high: 30 }, -8)).toEqual({ low: 0, high: 27 });
    expect(moved({ low: 70, high: 97 }, 8)).toEqual({ low: 73, high: 100 });
  });
});
