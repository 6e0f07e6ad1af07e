import fc from 'fast-check';
import { bandWord } from './band-word.js';
import { directionOf, type Placed } from './direction.js';
import { percentileWords, shownPercentile } from './percentile-words.js';
import { riskLabel } from './risk-label.js';
import { Z80 } from './score-interval.js';

const exposure = fc.double({ min: 0, max: 100, noNaN: true });

describe('risk label', () => {
  it.each([
    [100, 'High'],
    [60, 'High'],
    [59.5, 'High'],
    [59.4, 'Medium'],
    [35, 'Medium'],
    [34.5, 'Medium'],
    [34.4, 'Low'],
    [0, 'Low'],
  ])('%d is %s', (value, label) => expect(riskLabel(value)).toBe(label));

  it('always agrees with the number that is shown', () => {
    fc.assert(
      fc.property(exposure, (value) => {
        expect(riskLabel(value)).toBe(riskLabel(Math.round(value)));
      }),
    );
  });
});

describe('band word', () => {
  it.each([
    [12, 'Very low'],
    [34, 'Low'],
    [35, 'Medium'],
    [59, 'Medium'],
    [60, 'High'],
    [75, 'Very high'],
  ])('%d is %s', (value, word) => expect(bandWord(value)).toBe(word));

  it('never falls as the score rises', () => {
    const order = ['Very low', 'Low', 'Medium', 'High', 'Very high'];
    fc.assert(
      fc.property(exposure, exposure, (a, b) => {
        expect(order.indexOf(bandWord(Math.max(a, b)))).toBeGreaterThanOrEqual(
          order.indexOf(bandWord(Math.min(a, b))),
        );
      }),
    );
  });
});

describe('direction', () => {
  const at = (score: number, half: number): Placed => ({
    score,
    interval: { low: Math.max(0, score - half), high: Math.min(100, score + half) },
  });

  it('is claimed only from a probability of 90 % on', () => {
    // Half-widths of 6 and 8 make 10.
    expect(directionOf(at(50, 6), at(40, 8))).toBe('less exposed');
    expect(directionOf(at(50, 6), at(40.1, 8))).toBe('about as exposed');
    expect(directionOf(at(50, 6), at(59.9, 8))).toBe('about as exposed');
    expect(directionOf(at(50, 6), at(60, 8))).toBe('more exposed');
    expect(directionOf(at(50, 0), at(50, 0))).toBe('about as exposed');
  });

  it('is claimed exactly where nine draws in ten agree', () => {
    let state = 7;
    const random = (): number => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
    const normal = (): number => Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random());
    const draw = ({ score, interval }: Placed): number => score + ((interval.high - score) / Z80) * normal();
    for (const [a, b] of [
      [at(50, 6), at(39, 8)],
      [at(50, 6), at(41, 8)],
      [at(60, 12), at(44, 9)],
    ] as const) {
      const above = Array.from({ length: 20_000 }, () => draw(a) > draw(b)).filter(Boolean).length / 20_000;
      expect(directionOf(a, b) === 'less exposed').toBe(above >= 0.9);
    }
  });

  it('takes the side that the end of the scale has not cut', () => {
    expect(directionOf(at(4, 8), at(13, 8))).toBe('about as exposed');
  });

  it('turns round when the two are exchanged', () => {
    const interval = fc.tuple(exposure, exposure).map(([score, half]) => at(score, half / 4));
    const other = {
      'less exposed': 'more exposed',
      'more exposed': 'less exposed',
      'about as exposed': 'about as exposed',
    };
    fc.assert(
      fc.property(interval, interval, (a, b) => {
        expect(directionOf(b, a)).toBe(other[directionOf(a, b)]);
      }),
    );
  });
});

describe('percentile', () => {
  it('has one wording and never claims more than the data say', () => {
    expect(percentileWords(53.2)).toBe('more exposed than 53% of UK workers');
    expect(percentileWords(0.4)).toBe('among the least exposed of all UK workers');
    expect(percentileWords(53.9)).toBe('more exposed than 53% of UK workers');
    expect(shownPercentile(100)).toBe(99);
    fc.assert(
      fc.property(exposure, (value) => {
        expect(shownPercentile(value)).toBeLessThanOrEqual(value);
      }),
    );
  });
});
