import fc from 'fast-check';
import { bandWord } from './band-word.js';
import { directionOf } from './direction.js';
import { percentileWords, shownPercentile } from './percentile-words.js';
import { riskLabel } from './risk-label.js';

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
    [35, 'Moderate'],
    [59, 'Moderate'],
    [60, 'High'],
    [75, 'Very high'],
  ])('%d is %s', (value, word) => expect(bandWord(value)).toBe(word));

  it('never falls as the score rises', () => {
    const order = ['Very low', 'Low', 'Moderate', 'High', 'Very high'];
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
  it('is claimed only when the intervals separate', () => {
    expect(directionOf({ low: 40, high: 50 }, { low: 20, high: 39 })).toBe('less exposed');
    expect(directionOf({ low: 40, high: 50 }, { low: 20, high: 40 })).toBe('about as exposed');
    expect(directionOf({ low: 40, high: 50 }, { low: 51, high: 60 })).toBe('more exposed');
    expect(directionOf({ low: 40.4, high: 50 }, { low: 20, high: 39.6 })).toBe('about as exposed');
  });

  it('turns round when the two are exchanged', () => {
    const interval = fc
      .tuple(exposure, exposure)
      .map(([a, b]) => ({ low: Math.min(a, b), high: Math.max(a, b) }));
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
    expect(percentileWords(53.9)).toBe('more exposed than 53% of UK workers');
    expect(shownPercentile(100)).toBe(99);
    fc.assert(
      fc.property(exposure, (value) => {
        expect(shownPercentile(value)).toBeLessThanOrEqual(value);
      }),
    );
  });
});
