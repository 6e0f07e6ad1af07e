import fc from 'fast-check';
import type { Task } from '@app/occupations';
import { runs } from '@app/testing';
import type { Answers, ChosenTask } from '../answers/answers.js';
import type { PersonalResult } from '../result/personal-result.js';
import { AI_USES } from '../answers/ai-use.js';
import { DEMAND_IDS, DEMAND_LEVELS } from '../answers/demands.js';
import { MOST_ADJUSTMENT } from './adjustment-points.js';
import { bandOf, saidLess } from './detail.js';
import { statedExactly, withMove } from './enter-move.js';
import { score, type ScoringContext } from './score.js';
import type { Subject } from './subject.js';
import { weekOf } from './week.js';

const SLUG = 'machine-learning-engineer';
const CONTEXT: ScoringContext = {
  catalogueVersion: 'test',
  exposureOf: (activity) => ({ exposure: activity === 'high' ? 90 : 30, exposureIn5Years: 95, sd: 20 }),
  percentileOf: (value) => value,
  candidates: [],
};

const task = (id: string, share: number, exposure: number, sd = 10): Task => ({
  id,
  name: id,
  share,
  exposure,
  exposureIn5Years: Math.min(100, exposure + 10),
  sd,
  risk: 'Medium',
  tools: [],
});

/** The reference report: 0.06·76 + 0.14·62 + 0.08·66 + 0.16·38 + 0.12·42 + 0.26·15 + 0.18·10 = 35.34. */
const ENGINEER: Subject = {
  slug: SLUG,
  title: 'Machine learning engineer',
  interval: { low: 23, high: 48 },
  barrierMonths: 2,
  tasks: [
    task('tuning', 0.06, 76, 8),
    task('pipelines', 0.14, 62, 9),
    task('scripts', 0.08, 66, 8),
    task('evaluation', 0.16, 38),
    task('features', 0.12, 42),
    task('architecture', 0.26, 15, 9),
    task('research', 0.18, 10, 9),
  ],
};

const bands = (
  given: Record<string, 'none' | 'little' | 'some' | 'much' | 'most'>,
  other: 'none' | 'little' = 'none',
): Answers => ({
  occupationSlug: SLUG,
  tasksFor: SLUG,
  tasks: Object.keys(given).map((taskId) => ({ taskId })),
  amounts: { kind: 'bands', occupationSlug: SLUG, bands: given, other },
});

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Any occupation of 2–9 tasks, any own tasks, any exact split. */
const people = fc
  .record({
    tasks: fc.array(
      fc.record({
        weight: fc.integer({ min: 1, max: 50 }),
        exposure: fc.integer({ min: 0, max: 100 }),
        sd: fc.integer({ min: 2, max: 25 }),
      }),
      {
        minLength: 2,
        maxLength: 9,
      },
    ),
    own: fc.array(fc.constantFrom('high', 'low'), { maxLength: 3 }),
    ticked: fc.array(fc.boolean(), { minLength: 9, maxLength: 9 }),
    percents: fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 12, maxLength: 12 }),
    uses: fc.array(fc.option(fc.constantFrom(...AI_USES)), { minLength: 12, maxLength: 12 }),
    demands: fc.array(fc.option(fc.constantFrom(...DEMAND_LEVELS)), { minLength: 6, maxLength: 6 }),
  })
  .map(({ tasks, own, ticked, percents, uses, demands }) => {
    const whole = sum(tasks.map(({ weight }) => weight));
    const subject: Subject = {
      ...ENGINEER,
      tasks: tasks.map(({ weight, exposure, sd }, index) => task(`t${index}`, weight / whole, exposure, sd)),
    };
    const listed = subject.tasks
      .filter((_task, index) => ticked[index])
      .map(({ id }): ChosenTask => ({ taskId: id }));
    const chosen = [
      ...listed,
      ...own.map((activity, index): ChosenTask => ({
        taskId: `own-${index + 1}`,
        text: `Own ${index}`,
        activity,
      })),
    ];
    const given = chosen.map((_task, index) => percents[index] ?? 0);
    const scale = Math.max(100, sum(given));
    const answers: Answers = {
      occupationSlug: SLUG,
      tasksFor: SLUG,
      tasks: chosen,
      amounts: {
        kind: 'exact',
        occupationSlug: SLUG,
        percents: Object.fromEntries(
          chosen.map(({ taskId }, index) => [taskId, Math.floor((100 * (given[index] ?? 0)) / scale)]),
        ),
      },
      aiUse: {
        subject: SLUG,
        tasks: Object.fromEntries(
          [...subject.tasks.map(({ id }) => id), 'own-1', 'own-2', 'own-3'].flatMap((id, index) => {
            const use = uses[index];
            return use ? [[id, use]] : [];
          }),
        ),
      },
      demands: Object.fromEntries(
        DEMAND_IDS.flatMap((id, index) => {
          const level = demands[index];
          return level ? [[id, level]] : [];
        }),
      ),
    };
    return { subject, answers, context: CONTEXT };
  });

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
  it('takes the occupation’s own week when only the title is known', () => {
    const result = score({ occupationSlug: SLUG }, ENGINEER, CONTEXT);
    expect(result.level).toBe('title only');
    expect(result.score).toBeCloseTo(35.34, 10);
    expect(result.waterfall).toEqual([]);
    expect(result.comparison).toBe('about the same');
  });

  it('weighs bands by their middles and trusts them with 0.7', () => {
    // Middles 65 and 17.5 → p = 0.788, 0.212; u = 0.7 p + 0.3 w.
    const result = score(bands({ scripts: 'most', architecture: 'some' }), ENGINEER, CONTEXT);
    const stated = (65 * 66 + 17.5 * 15) / 82.5;
    expect(result.level).toBe('bands');
    expect(result.score).toBeCloseTo(0.7 * stated + 0.3 * 35.34, 10);
    expect(result.comparison).toBe('more exposed');
  });

  it('puts what exact percentages leave over into other work at the occupation’s mean', () => {
    const answers: Answers = {
      ...bands({ research: 'most' }),
      amounts: { kind: 'exact', occupationSlug: SLUG, percents: { research: 40 } },
    };
    const result = score(answers, ENGINEER, CONTEXT);
    expect(result.score).toBeCloseTo(0.9 * (0.4 * 10 + 0.6 * 35.34) + 0.1 * 35.34, 10);
    expect(result.rows.find(({ taskId }) => taskId === 'other')).toMatchObject({ sd: 35, contribution: 0 });
  });

  it('gives an own task the exposure of its activity', () => {
    const answers: Answers = {
      ...bands({ research: 'some' }),
      tasks: [{ taskId: 'research' }, { taskId: 'own-1', text: 'Writing bids', activity: 'high' }],
    };
    const result = score(
      {
        ...answers,
        amounts: {
          kind: 'bands',
          occupationSlug: SLUG,
          bands: { research: 'some', 'own-1': 'some' },
          other: 'none',
        },
      },
      ENGINEER,
      CONTEXT,
    );
    expect(result.score).toBeCloseTo(0.7 * (0.5 * 10 + 0.5 * 90) + 0.3 * 35.34, 10);
  });

  it('ignores ticks and amounts that were given for another job', () => {
    const result = score({ ...bands({ scripts: 'most' }), tasksFor: 'nurse' }, ENGINEER, CONTEXT);
    expect(result.level).toBe('title only');
  });

  it('names the best moves of up to four hours with the score after each', () => {
    const result = score(
      { ...bands({ scripts: 'most', architecture: 'some' }), hoursPerWeek: 40 },
      ENGINEER,
      CONTEXT,
    );
    const [best] = result.levers;
    expect(best).toMatchObject({ fromTaskId: 'scripts', toTaskId: 'architecture', hours: 4 });
    expect(best?.percent).toBe(10);
    expect(best?.words).toBe(
      `Move 4 hours a week from scripts to architecture: ${Math.round(result.score)}\u00a0→\u00a0${Math.round(best?.scoreAfter ?? 0)}.`,
    );
  });

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

  it('law: a lever promises what entering the move gives', () => {
    fc.assert(
      fc.property(people, fc.boolean(), ({ subject, answers, context }, exact) => {
        const { amounts, ...ticks } = answers;
        const person = exact ? { ...ticks, ...(amounts && { amounts }) } : ticks;
        const stated = statedExactly(person, subject, weekOf(person, subject, context.exposureOf));
        for (const lever of score(person, subject, context).levers) {
          const moved = withMove(stated, lever);
          if (moved.amounts?.kind !== 'exact') throw new Error('The move is not in exact shares.');
          const percents = Object.values(moved.amounts.percents);
          expect(percents.every((percent) => Number.isInteger(percent) && percent >= 0)).toBe(true);
          expect(sum(percents)).toBeLessThanOrEqual(100);
          expect(score(moved, subject, context).score).toBeCloseTo(lever.scoreAfter, 10);
        }
      }),
      { numRuns: runs(20) },
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

describe('bandOf', () => {
  it('finds the band a percentage would have been', () => {
    expect([0, 1, 5, 20, 30, 50, 51, 100].map(bandOf)).toEqual([
      'none',
      'little',
      'little',
      'some',
      'much',
      'much',
      'much',
      'most',
    ]);
  });
});
