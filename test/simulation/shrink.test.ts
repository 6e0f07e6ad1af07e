import { shrunk } from './shrink.js';
import type { Options, Outcome } from './simulate.js';

const RULE = 'a promise is kept, or there is an apology';

/** A life that breaks the rule as told, without living it. */
const lived =
  (breaks: (options: Options) => boolean) =>
  (options: Options): Promise<Outcome> =>
    Promise.resolve({
      ...options,
      findings: breaks(options) ? [{ day: '2026-11-30', rule: RULE, words: 'late' }] : [],
      traceHash: '',
      trace: [],
      counts: {},
      stumbled: {},
    });

const least = async (breaks: (options: Options) => boolean): Promise<object> => {
  const live = lived(breaks);
  const { only, weather } = await shrunk(await live({ seed: 7, orders: 5, weather: 'storm' }), live);
  return { only, weather };
};

describe('a failing seed is made smaller', () => {
  it('to the one customer who breaks it, in calm weather', async () => {
    expect(await least(({ only }) => only?.includes(3) ?? true)).toEqual({ only: [3], weather: 'calm' });
  });

  it('to those who break it together, and keeps the storm that it takes', async () => {
    expect(
      await least(
        ({ only = [0, 1, 2, 3, 4], weather }) => weather === 'storm' && only.includes(1) && only.includes(4),
      ),
    ).toEqual({ only: [1, 4], weather: 'storm' });
  });

  it('not to what breaks another rule', async () => {
    const live = lived(() => true);
    const other = async (options: Options): Promise<Outcome> => ({
      ...(await live(options)),
      findings: [{ day: '2026-11-30', rule: 'no work is stuck', words: 'an email' }],
    });
    const first = await live({ seed: 7, orders: 2, weather: 'storm' });
    expect(await shrunk(first, other)).toBe(first);
  });
});
