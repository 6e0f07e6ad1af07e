import fc from 'fast-check';
import { hundredths, roundHalfUp, wholePercents } from './rounding.js';

describe('the rounding rule', () => {
  it.each([
    [0.5, 0, 1],
    [2.435, 2, 2.44],
    [1.005, 2, 1.01],
    [66.5, 0, 67],
    [0.1 + 0.2 - 0.3 + 34.5, 0, 35],
    [34.49, 0, 34],
  ])('rounds %d to %d places half up: %d', (value, decimals, rounded) => {
    expect(roundHalfUp(value, decimals)).toBe(rounded);
  });

  it('reads every published rating as the hundredths it is printed in', () => {
    for (let whole = 100; whole <= 500; whole += 1) expect(hundredths(whole / 100)).toBe(whole);
  });
});

describe('shares as whole per cents', () => {
  it('sum to 100 and are never a whole point off', () => {
    const parts = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(parts, (weights) => {
        const total = weights.reduce((sum, weight) => sum + weight, 0);
        const shown = wholePercents(weights.map((weight) => weight / total));
        expect(shown.reduce((sum, each) => sum + each, 0)).toBe(100);
        shown.forEach((each, index) =>
          expect(Math.abs(each - (100 * (weights[index] ?? 0)) / total)).toBeLessThan(1),
        );
      }),
    );
  });

  it('give the first of three equals what is left over', () => {
    expect(wholePercents([1 / 3, 1 / 3, 1 / 3])).toEqual([34, 33, 33]);
  });
});
