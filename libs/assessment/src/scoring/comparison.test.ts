import { compare } from './comparison.js';

/** Ten draws of which so many lie above nothing. */
const draws = (above: number): Float64Array =>
  Float64Array.from({ length: 10 }, (_, index) => (index < 10 - above ? -1 : 1));

describe('a week beside the typical one', () => {
  it('is more or less exposed from eight draws in ten that say so', () => {
    expect(compare(60, 50, draws(8), 0)).toEqual({ comparison: 'more exposed', sureness: 'likely' });
    expect(compare(60, 50, draws(10), 0)).toEqual({ comparison: 'more exposed', sureness: 'very likely' });
    expect(compare(40, 50, draws(2), 0)).toEqual({ comparison: 'less exposed', sureness: 'likely' });
    expect(compare(40, 50, draws(0), 0)).toEqual({ comparison: 'less exposed', sureness: 'very likely' });
  });

  it('is about the same below that, and where draws say the opposite of the scores', () => {
    for (const [score, above] of [
      [60, 7],
      [40, 3],
      [60, 0],
      [40, 10],
    ] as const)
      expect(compare(score, 50, draws(above), 0)).toEqual({ comparison: 'about the same' });
  });

  it('is about the same where the scores that are shown are, however sure', () => {
    for (const above of [0, 10])
      expect(compare(50.4, 49.6, draws(above), 0)).toEqual({ comparison: 'about the same' });
    expect(compare(50.6, 50.4, draws(10), 0)).toMatchObject({ comparison: 'more exposed' });
  });

  it('counts what the answers beside the tasks add', () => {
    expect(compare(60, 50, draws(0), 1.5)).toMatchObject({ comparison: 'more exposed' });
    expect(compare(60, 50, draws(10), -1.5)).toEqual({ comparison: 'about the same' });
    // No difference at all is none above.
    expect(compare(60, 50, draws(0), 1)).toEqual({ comparison: 'about the same' });
  });
});
