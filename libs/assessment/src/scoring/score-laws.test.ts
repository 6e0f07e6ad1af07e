import fc from 'fast-check';
import { runs } from '@app/testing';
import type { Answers } from '../answers/answers.js';
import type { PersonalResult } from '../result/personal-result.js';
import { MOST_ADJUSTMENT } from './adjustment-points.js';
import { saidLess } from './detail.js';
import { people, SLUG, sum } from './people.builder.js';
import { score } from './score.js';

/** The same person with one answer about AI tools or demands less: each in turn. */
function oneAnswerLess(answers: Answers): Answers[] {
  const without = <T>(given: Readonly<Record<string, T>>, key: string): Record<string, T> =>
    Object.fromEntries(Object.entries(given).filter(([other]) => other !== key));
  return [
    ...Object.keys(answers.aiUse?.tasks ?? {}).map((id) => ({
      ...answers,
      aiUse: { subject: SLUG, tasks: without(answers.aiUse?.tasks ?? {}, id) },
    })),
    ...Object.keys(answers.demands ?? {}).map((id) => ({
      ...answers,
      demands: without(answers.demands ?? {}, id),
    })),
  ];
}

const width = ({ interval }: PersonalResult): number => interval.high - interval.low;

describe('score', () => {
  it('law: the waterfall sums exactly from the occupation’s score to the person’s', () => {
    fc.assert(
      fc.property(people, ({ subject, answers, context }) => {
        const result = score(answers, subject, context);
        expect(sum(result.waterfall.map(({ points }) => points))).toBeCloseTo(
          result.score - result.occupationScore,
          8,
        );
      }),
      { numRuns: runs(20) },
    );
  });

  it('law: shares sum to one, the score stays on the scale and inside its interval, adjustments inside ±8', () => {
    fc.assert(
      fc.property(people, ({ subject, answers, context }) => {
        const { rows, score: value, interval, adjustments } = score(answers, subject, context);
        expect(sum(rows.map(({ share }) => share))).toBeCloseTo(1, 10);
        expect(sum(rows.map(({ typicalShare }) => typicalShare))).toBeCloseTo(1, 10);
        expect(Math.abs(sum(adjustments.map(({ points }) => points)))).toBeLessThanOrEqual(
          MOST_ADJUSTMENT + 1e-9,
        );
        expect(value).toBeGreaterThanOrEqual(-1e-9);
        expect(value).toBeLessThanOrEqual(100 + 1e-9);
        expect(interval.low).toBeLessThanOrEqual(value + 1e-9);
        expect(interval.high).toBeGreaterThanOrEqual(value - 1e-9);
      }),
      { numRuns: runs(20) },
    );
  });

  it('law: less information never narrows the interval', () => {
    fc.assert(
      fc.property(people, ({ subject, answers, context }) => {
        let more = score(answers, subject, context);
        for (let less = saidLess(answers, subject); less; less = saidLess(less, subject)) {
          const now = score(less, subject, context);
          expect(width(now)).toBeGreaterThanOrEqual(width(more) - 1e-9);
          more = now;
        }
        for (const less of oneAnswerLess(answers).slice(0, 2))
          expect(width(score(less, subject, context))).toBeGreaterThanOrEqual(
            width(score(answers, subject, context)) - 1e-9,
          );
        expect(more.level).toBe('title only');
      }),
      { numRuns: runs(20) },
    );
  });

  it('law: the same answers give the same result to the last digit', () => {
    fc.assert(
      fc.property(people, ({ subject, answers, context }) => {
        expect(score(structuredClone(answers), structuredClone(subject), context)).toEqual(
          score(answers, subject, context),
        );
      }),
      { numRuns: runs(10) },
    );
  });

  it('law: a lever never raises the score and never asks for more than the task takes', () => {
    fc.assert(
      fc.property(people, ({ subject, answers, context }) => {
        const result = score(answers, subject, context);
        for (const { fromTaskId, hours, scoreBefore, scoreAfter } of result.levers) {
          const share = result.rows.find(({ taskId }) => taskId === fromTaskId)?.share ?? 0;
          expect(scoreAfter).toBeLessThan(scoreBefore);
          expect(hours).toBeLessThanOrEqual(Math.min(4, share * result.weekHours));
        }
      }),
      { numRuns: runs(20) },
    );
  });
});
