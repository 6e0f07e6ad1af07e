import fc from 'fast-check';
import { windowWords } from './window-words.js';
import { capableAfter, windowFor } from './window.js';

const NOVEMBER = '2026-11';
const task = (share: number, exposure: number, exposureIn5Years: number) => ({
  share,
  exposure,
  exposureIn5Years,
});

describe('when a task becomes capable', () => {
  it('is today at 60, and follows the line on past five years', () => {
    expect(capableAfter(task(1, 60, 60))).toBe(0);
    expect(capableAfter(task(1, 0, 60))).toBe(60);
    expect(capableAfter(task(1, 30, 45))).toBe(120);
    expect(capableAfter(task(1, 30, 30))).toBe(Infinity);
  });
});

describe('window', () => {
  it('adds the lag of each run and the barriers', () => {
    expect(windowFor([task(1, 70, 80)], 0, NOVEMBER)).toMatchObject({
      fastMonths: 6,
      centralMonths: 18,
      slowMonths: 36,
      words: 'now',
      fromYear: 2027,
      toYear: 2029,
    });
    expect(windowFor([task(1, 70, 80)], 99, NOVEMBER)).toMatchObject({ fastMonths: 30, slowMonths: 60 });
  });

  it('waits for half of the working time', () => {
    const tasks = [task(0.49, 90, 90), task(0.51, 0, 60)];
    expect(windowFor(tasks, 0, NOVEMBER).fastMonths).toBe(66);
    expect(windowFor([task(0.5, 90, 90), task(0.5, 0, 0)], 0, NOVEMBER).fastMonths).toBe(6);
  });

  it('is more than 10 years when the slow run is not reached', () => {
    const half = windowFor([task(1, 0, 40)], 0, NOVEMBER);
    expect(half).toMatchObject({
      fastMonths: 96,
      slowMonths: null,
      words: 'more than 10 years',
      fromYear: 2034,
    });
    expect(half).not.toHaveProperty('toYear');
    expect(windowFor([task(1, 0, 0)], 0, NOVEMBER)).toMatchObject({
      fastMonths: null,
      words: 'more than 10 years',
    });
  });

  it.each([
    [40, 77, 'early 2030s'],
    [14, 37, 'late 2020s'],
    [30, 60, 'late 2020s to early 2030s'],
    [8, 38, 'now to early 2030s'],
    [94, 118, 'mid 2030s'],
  ])('%d to %d months is “%s”', (fast, slow, words) =>
    expect(windowWords({ fast, central: null, slow }, NOVEMBER)).toBe(words),
  );

  const rated = fc.record({
    share: fc.double({ min: 0.01, max: 1, noNaN: true }),
    exposure: fc.integer({ min: 0, max: 100 }),
    exposureIn5Years: fc.integer({ min: 0, max: 100 }),
  });

  it('is never in the wrong order, and never sooner when tools are weaker or barriers higher', () => {
    const late = (months: number | null): number => months ?? Infinity;
    fc.assert(
      fc.property(
        fc.array(rated, { minLength: 1, maxLength: 10 }),
        fc.nat(24),
        fc.nat(30),
        (tasks, barriers, less) => {
          const window = windowFor(tasks, barriers, NOVEMBER);
          expect(late(window.fastMonths)).toBeLessThanOrEqual(late(window.centralMonths));
          expect(late(window.centralMonths)).toBeLessThanOrEqual(late(window.slowMonths));
          const weaker = tasks.map((each) => ({
            ...each,
            exposure: Math.max(0, each.exposure - less),
            exposureIn5Years: Math.max(0, each.exposureIn5Years - less),
          }));
          expect(late(windowFor(weaker, barriers, NOVEMBER).centralMonths)).toBeGreaterThanOrEqual(
            late(window.centralMonths),
          );
          expect(late(windowFor(tasks, barriers + 1, NOVEMBER).fastMonths)).toBeGreaterThanOrEqual(
            late(window.fastMonths),
          );
        },
      ),
    );
  });

  it('names no year in its sentence that is not its own', () => {
    fc.assert(
      fc.property(fc.array(rated, { minLength: 1, maxLength: 6 }), fc.nat(24), (tasks, barriers) => {
        const { sentence, fromYear, toYear } = windowFor(tasks, barriers, NOVEMBER);
        for (const [year] of sentence.matchAll(/\b20\d\d\b/g)) {
          expect(Number(year)).toBeGreaterThanOrEqual(fromYear ?? Infinity);
          expect(Number(year)).toBeLessThanOrEqual(toYear ?? 2036);
        }
      }),
    );
  });
});
