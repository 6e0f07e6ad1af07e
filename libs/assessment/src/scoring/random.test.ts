import { randomFrom, seedOf } from './random.js';

const N = 20_000;
const SEED = seedOf('moments');

/** Mean and variance of many numbers. */
function moments(next: () => number): { readonly mean: number; readonly variance: number } {
  const values = Array.from({ length: N }, next);
  const mean = values.reduce((sum, value) => sum + value, 0) / N;
  return { mean, variance: values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / N };
}

describe('randomFrom', () => {
  it('gives the numbers it always gave: old blueprints must come out the same', () => {
    const random = randomFrom('0123456789abcdef');
    const drawn = [
      random.uniform(),
      random.normal(),
      random.normal(),
      random.gamma(3),
      random.gamma(0.4),
      random.gamma(1),
    ];
    // Recorded in November 2026.
    const recorded = [
      0.3643330082995817, 0.549788809639659, -0.7501439938829965, 3.0708318897921885, 0.0966520252762605,
      0.6384622179725151,
    ];
    drawn.forEach((value, index) => expect(value).toBeCloseTo(recorded[index] ?? NaN, 12));
  });

  it('hangs on every digit of the seed', () => {
    const first = (seed: string): number => randomFrom(seed).uniform();
    expect(first('0123456789abcdee')).not.toBe(first('0123456789abcdef'));
    expect(first('1123456789abcdef')).not.toBe(first('0123456789abcdef'));
  });

  it('uniform: inside (0, 1), mean ½, variance 1/12', () => {
    const random = randomFrom(SEED);
    let outside = 0;
    const { mean, variance } = moments(() => {
      const value = random.uniform();
      if (value <= 0 || value >= 1) outside += 1;
      return value;
    });
    expect(outside).toBe(0);
    expect(mean).toBeCloseTo(1 / 2, 2);
    expect(variance).toBeCloseTo(1 / 12, 2);
  });

  it('normal: mean 0, variance 1, and a tenth above 1.2816', () => {
    const random = randomFrom(SEED);
    let above = 0;
    const { mean, variance } = moments(() => {
      const value = random.normal();
      if (value > 1.2816) above += 1;
      return value;
    });
    expect(Math.abs(mean)).toBeLessThan(4 / Math.sqrt(N));
    expect(Math.abs(variance - 1)).toBeLessThan(4 * Math.sqrt(2 / N));
    expect(Math.abs(above / N - 0.1)).toBeLessThan(4 * Math.sqrt(0.09 / N));
  });

  it.each([0.2, 0.9, 1, 3, 25])('gamma of shape %d: mean and variance are the shape', (shape) => {
    const random = randomFrom(SEED);
    const { mean, variance } = moments(() => random.gamma(shape));
    // The variance of a gamma's sample variance is (2 + 6/shape) shape² / n.
    expect(Math.abs(mean - shape)).toBeLessThan(4 * Math.sqrt(shape / N));
    expect(Math.abs(variance - shape)).toBeLessThan(4 * shape * Math.sqrt((2 + 6 / shape) / N));
  });
});
