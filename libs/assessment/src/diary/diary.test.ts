import fc from 'fast-check';
import { runs } from '@app/testing';
import { belongsInDiary, type DiaryChange, diaryOf } from './diary.js';

const PARTS = ['you', 'world', 'method'] as const;
const points = fc.double({ min: -20, max: 20, noNaN: true });

/** Changes one after another, each from the score at which the one before ended. */
const changes = fc
  .tuple(
    fc.double({ min: 0, max: 100, noNaN: true }),
    fc.array(fc.record({ you: points, world: points, method: points }), { minLength: 1, maxLength: 25 }),
  )
  .map(([start, steps]) => {
    let before = start;
    return steps.map((step, index): DiaryChange<number> => {
      const after = before + step.you + step.world + step.method;
      const change = { from: index, to: index + 1, difference: { before, after, ...step } };
      before = after;
      return change;
    }) as [DiaryChange<number>, ...DiaryChange<number>[]];
  });

describe('a diary of scores', () => {
  it('law: adds up in every line and every column, in whole points, to the change between the scores as shown', () => {
    fc.assert(
      fc.property(changes, (exact) => {
        const { changes: shown, whole } = diaryOf(exact);
        for (const [index, { difference }] of [...shown, whole].entries()) {
          const { before, after, you, world, method } = difference;
          expect(you + world + method).toBe(after - before);
          expect([before, after, you, world, method].every(Number.isInteger)).toBe(true);
          if (index > 0 && index < shown.length) expect(before).toBe(shown[index - 1]?.difference.after);
        }
        for (const part of PARTS)
          expect(whole.difference[part]).toBe(
            shown.reduce((sum, { difference }) => sum + difference[part], 0),
          );
        const ends = [exact[0].difference.before, exact.at(-1)?.difference.after ?? NaN];
        expect([whole.difference.before, whole.difference.after]).toEqual(
          ends.map((score) => Math.round(score) + 0),
        );
      }),
      { numRuns: runs(300) },
    );
  });

  it('law: read from any later score on, it adds up too, and its lines stay as they were', () => {
    fc.assert(
      fc.property(changes, fc.nat(24), (exact, from) => {
        const [first, ...rest] = exact.slice(from);
        if (!first) return;
        expect(diaryOf([first, ...rest]).changes).toEqual(diaryOf(exact).changes.slice(from));
      }),
      { numRuns: runs(100) },
    );
  });

  it('holds one score a day, by the days of London', () => {
    const on = (at: string): Date => new Date(at);
    expect(belongsInDiary(on('2027-03-01T09:00:00Z'), on('2027-03-01T23:59:00Z'))).toBe(false);
    // Summer time: half past eleven in the evening by UTC is the next day.
    expect(belongsInDiary(on('2027-06-01T22:00:00Z'), on('2027-06-01T23:30:00Z'))).toBe(true);
  });
});
