import fc from 'fast-check';
import { LabourMarket } from '@app/labour-market';
import { Catalogue, MODEL_VERSION } from '@app/occupations';
import { runs } from '@app/testing';
import type { Answers } from '../answers/answers.js';
import { PersonalScorer } from '../personal-scorer.js';
import type { CompletedAssessment } from '../result/completed-assessment.js';
import { shownDifference, splitDifference } from './split-difference.js';

const SLUG = 'machine-learning-engineer';
const catalogue = Catalogue.load();
const scorer = new PersonalScorer(catalogue, new LabourMarket(catalogue));
const TASKS = catalogue.bySlug(SLUG)?.tasks ?? [];

/** A week of ticked tasks with its exact shares, and own use of AI. */
const week = (percents: readonly number[]): Answers => {
  const chosen = TASKS.slice(0, percents.length);
  return {
    occupationSlug: SLUG,
    tasks: chosen.map(({ id }) => ({ taskId: id })),
    tasksFor: SLUG,
    amounts: {
      occupationSlug: SLUG,
      kind: 'exact',
      percents: Object.fromEntries(chosen.map(({ id }, at) => [id, percents[at] ?? 0])),
    },
  };
};
/** As it was given then: by a world whose exposures were others, and a method of another version. */
function given(answers: Answers, shift: number, modelVersion: string): CompletedAssessment {
  const result = scorer.score(answers);
  const rows = result.rows.map((row) => ({
    ...row,
    exposure: Math.max(0, Math.min(100, row.exposure + shift)),
  }));
  const moved = (share: 'share' | 'typicalShare'): number =>
    rows.reduce((sum, row, at) => sum + row[share] * (row.exposure - (result.rows[at]?.exposure ?? 0)), 0);
  return {
    id: 'a' as CompletedAssessment['id'],
    answers,
    result: {
      ...result,
      rows,
      score: result.score + moved('share'),
      occupationScore: result.occupationScore + moved('typicalShare'),
      modelVersion,
    },
    completedAt: new Date(0),
    catalogueVersion: result.catalogueVersion,
    modelVersion,
  };
}
const weeks = fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 2, maxLength: 5 }).map(week);

describe('the difference between a score and the score of today', () => {
  it('is nothing, three times, when nothing has changed', () => {
    const then = given(week([20, 30]), 0, MODEL_VERSION);
    expect(splitDifference(then, then.answers, scorer)).toMatchObject({ you: 0, world: 0, method: 0 });
  });

  it('comes from the person alone when only the answers are others', () => {
    const { before, after, you, world, method } = splitDifference(
      given(week([60, 10]), 0, MODEL_VERSION),
      week([10, 60]),
      scorer,
    );
    expect([world, method]).toEqual([0, 0]);
    expect(you).toBeCloseTo(after - before, 10);
    expect(you).not.toBe(0);
  });

  it('comes from the world alone when only the data are others', () => {
    const then = given(week([60, 10]), -10, MODEL_VERSION);
    const { before, after, you, world, method } = splitDifference(then, then.answers, scorer);
    expect([you, method]).toEqual([0, 0]);
    expect(world).toBeCloseTo(after - before, 10);
    expect(world).toBeGreaterThan(5);
  });

  it('comes from the method alone when only that is another: it is worked out on the data of then', () => {
    const then = given(week([60, 10]), -10, 'earlier');
    const otherwise = { ...then, result: { ...then.result, score: then.result.score + 4 } };
    const { you, world, method } = splitDifference(otherwise, otherwise.answers, scorer);
    expect(you).toBe(0);
    expect(method).toBeCloseTo(-4, 8);
    expect(world).toBeGreaterThan(5);
  });

  it('is the sum of its parts, exactly, and as it is shown', () => {
    fc.assert(
      fc.property(
        weeks,
        weeks,
        fc.integer({ min: -30, max: 30 }),
        fc.constantFrom(MODEL_VERSION, 'earlier'),
        (then, now, shift, model) => {
          const exact = splitDifference(given(then, shift, model), now, scorer);
          expect(exact.you + exact.world + exact.method).toBeCloseTo(exact.after - exact.before, 9);
          const shown = shownDifference(exact);
          expect(shown.you + shown.world + shown.method).toBe(shown.after - shown.before);
          expect([shown.before, shown.after]).toEqual([Math.round(exact.before), Math.round(exact.after)]);
        },
      ),
      { numRuns: runs(12) },
    );
  });

  it('is shown in whole points that are at most one and a half from the truth', () => {
    const part = fc.double({ min: -40, max: 40, noNaN: true });
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 100, noNaN: true }),
        part,
        part,
        part,
        (before, you, world, method) => {
          const after = before + you + world + method;
          const shown = shownDifference({ before, after, you, world, method });
          expect(shown.you + shown.world + shown.method).toBe(shown.after - shown.before);
          expect(Math.abs(shown.you - you)).toBeLessThanOrEqual(1.5);
        },
      ),
    );
  });
});
