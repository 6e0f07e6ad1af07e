import { bandWord, MODEL_MONTH, type Window, windowFor } from '@app/occupations';
import { type BandAndWindowInput, bandAndWindow, windowParts, WINDOW_NOT_KNOWN } from './band-and-window.js';
import { aWeek, part } from './week.builder.js';

const BARRIER = 2;
/** Tools can do the first already and the second in some years; the third never. */
const now = { exposure: 80, exposureIn5Years: 90 };
const soon = { exposure: 40, exposureIn5Years: 80 };
const never = { exposure: 5, exposureIn5Years: 10 };
const sooner = [
  part('a', { share: 0.8, typicalShare: 0.2, ...now }),
  part('b', { share: 0.2, typicalShare: 0.8, ...soon }),
];
const later = [
  part('a', { share: 0.2, typicalShare: 0.8, ...now }),
  part('b', { share: 0.8, typicalShare: 0.2, ...soon }),
];
const windowOf = (parts: typeof sooner, key: 'share' | 'typicalShare'): Window =>
  windowFor(
    parts.map((each) => ({ ...each, share: each[key] })),
    BARRIER,
    MODEL_MONTH,
  );
const input = (changes: Partial<BandAndWindowInput> = {}): BandAndWindowInput => ({
  week: aWeek(sooner),
  typical: 38,
  score: 60,
  interval: { low: 50, high: 70 },
  comparison: 'more exposed',
  barrierMonths: BARRIER,
  ...changes,
});

describe('where a score stands', () => {
  it('is where its own week stands, when it differs and the window points the same way', () => {
    expect(windowOf(sooner, 'share').centralMonths).toBeLessThan(
      windowOf(sooner, 'typicalShare').centralMonths ?? Infinity,
    );
    expect(bandAndWindow(input())).toEqual({
      band: bandWord(60),
      window: windowOf(sooner, 'share'),
      windowOf: 'own week',
      placedAt: 60,
    });
    expect(bandAndWindow(input({ week: aWeek(later), comparison: 'less exposed', score: 20 }))).toMatchObject(
      {
        band: bandWord(20),
        window: windowOf(later, 'share'),
        windowOf: 'own week',
        placedAt: 20,
      },
    );
  });

  it('is where the typical week stands, when the two are about the same', () => {
    expect(bandAndWindow(input({ comparison: 'about the same', score: 41 }))).toMatchObject({
      window: windowOf(sooner, 'typicalShare'),
      windowOf: 'typical week',
      placedAt: 38,
    });
  });

  it('takes the typical window where its own points the other way than the difference that is claimed', () => {
    expect(bandAndWindow(input({ week: aWeek(later) }))).toMatchObject({
      window: windowOf(later, 'typicalShare'),
      windowOf: 'typical week',
      placedAt: 60,
    });
    expect(bandAndWindow(input({ comparison: 'less exposed', score: 20 }))).toMatchObject({
      window: windowOf(sooner, 'typicalShare'),
      windowOf: 'typical week',
    });
  });

  it('keeps its own window where both are the same', () => {
    const equal = [part('a', { share: 0.5, ...now }), part('b', { share: 0.5, ...never })];
    for (const comparison of ['more exposed', 'less exposed'] as const)
      expect(bandAndWindow(input({ week: aWeek(equal), comparison })).windowOf).toBe('own week');
  });

  it('counts a window that never comes as the latest', () => {
    const own = [
      part('a', { share: 0.9, typicalShare: 0.1, ...now }),
      part('b', { share: 0.1, typicalShare: 0.9, ...never }),
    ];
    expect(windowOf(own, 'typicalShare').centralMonths).toBeNull();
    expect(bandAndWindow(input({ week: aWeek(own) })).windowOf).toBe('own week');
    expect(bandAndWindow(input({ week: aWeek(own), comparison: 'less exposed' })).windowOf).toBe(
      'typical week',
    );
  });

  it('names no window for a range wider than 30 points, but says the typical one', () => {
    expect(bandAndWindow(input({ interval: { low: 40, high: 70 } })).window.words).not.toBe(WINDOW_NOT_KNOWN);
    const typical = windowOf(sooner, 'typicalShare');
    expect(bandAndWindow(input({ interval: { low: 39.6, high: 70 } }))).toMatchObject({
      window: {
        ...typical,
        words: 'not known yet',
        sentence: `Your likely range, 40 to 70, is too wide to name a window of your own. For a typical week: ${typical.words}.`,
      },
      windowOf: 'typical week',
      placedAt: 60,
    });
  });

  it('has one band, or both where a line runs between two scores that cannot be told apart', () => {
    const band = (typical: number, score: number): string =>
      bandAndWindow(input({ comparison: 'about the same', typical, score })).band;
    expect(band(60, 61)).toBe(bandWord(60));
    const line = [...Array(100).keys()].find((at) => bandWord(at) === 'Low' && bandWord(at + 1) === 'Medium');
    expect(line).toBeDefined();
    expect([band(line ?? 0, (line ?? 0) + 1), band((line ?? 0) + 1, line ?? 0)]).toEqual([
      'Low to medium',
      'Low to medium',
    ]);
  });
});

describe('the parts that a window stands on', () => {
  it('have the shares of the week that it is of', () => {
    const shares = (of: Parameters<typeof windowParts>[1]): number[] =>
      windowParts(sooner, of).map(({ share }) => share);
    expect([shares('typical week'), shares('own week'), shares(undefined)]).toEqual([
      [0.2, 0.8],
      [0.8, 0.2],
      [0.8, 0.2],
    ]);
  });
});
