import fc from 'fast-check';
import { weightedRankCorrelation, weightedScale } from './weighted-ranks.js';

const values = fc.array(
  fc.record({ value: fc.integer({ min: 0, max: 9 }), weight: fc.integer({ min: 1, max: 1000 }) }),
  {
    minLength: 2,
    maxLength: 30,
  },
);

describe('an employment-weighted scale', () => {
  const scale = weightedScale([
    { value: 10, weight: 1 },
    { value: 20, weight: 3 },
    { value: 30, weight: 4 },
  ]);

  it('counts only the employment strictly below', () => {
    expect(scale.percentile(10)).toBe(0);
    expect(scale.percentile(20)).toBe(12.5);
    expect(scale.percentile(25)).toBe(50);
    expect(scale.percentile(31)).toBe(100);
    expect(scale.percentile(5)).toBe(0);
  });

  it('counts half of those who tie on the mid scale', () => {
    expect(scale.midPercentile(20)).toBe(31.25);
  });

  it('leads back from a mid-percentile to the value, whatever the values are', () => {
    fc.assert(
      fc.property(values, (items) => {
        const own = weightedScale(items);
        for (const { value } of items) expect(own.valueAt(own.midPercentile(value))).toBe(value);
      }),
    );
  });

  it('refuses to exist without any weight', () => {
    expect(() => weightedScale([{ value: 1, weight: 0 }])).toThrow(RangeError);
  });
});

describe('the weighted rank correlation', () => {
  it('is 1 for a rising and −1 for a falling relation, however bent', () => {
    const pairs = [1, 2, 3, 5, 8].map((x) => ({ x, y: x ** 3, weight: x }));
    expect(weightedRankCorrelation(pairs)).toBeCloseTo(1);
    expect(weightedRankCorrelation(pairs.map(({ x, y, weight }) => ({ x, y: -y, weight })))).toBeCloseTo(-1);
  });

  it('equals the plain Spearman coefficient when all weights are the same', () => {
    // Ranks 1 2 3 4 5 against 2 1 4 3 5: 1 − 6·4 / (5·24) = 0.8
    const y = [2, 1, 4, 3, 5];
    expect(weightedRankCorrelation(y.map((each, x) => ({ x, y: each, weight: 7 })))).toBeCloseTo(0.8);
  });

  it('treats an occupation of weight 2 as two of weight 1', () => {
    const pairs = [
      { x: 1, y: 3, weight: 1 },
      { x: 2, y: 1, weight: 2 },
      { x: 3, y: 2, weight: 1 },
    ];
    const split = pairs.flatMap((pair) =>
      Array.from({ length: pair.weight }, () => ({ ...pair, weight: 1 })),
    );
    expect(weightedRankCorrelation(pairs)).toBeCloseTo(weightedRankCorrelation(split));
  });

  it('is 0 when one side never varies', () => {
    expect(weightedRankCorrelation([1, 2, 3].map((x) => ({ x, y: 4, weight: 1 })))).toBe(0);
  });
});
