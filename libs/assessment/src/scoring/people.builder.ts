import fc from 'fast-check';
import type { Task } from '@app/occupations';
import { AI_USES } from '../answers/ai-use.js';
import type { Answers, ChosenTask } from '../answers/answers.js';
import { DEMAND_IDS, DEMAND_LEVELS } from '../answers/demands.js';
import type { ScoringContext } from './score.js';
import type { Subject } from './subject.js';

/** Of the reference report. */
export const SLUG = 'machine-learning-engineer';
/** Activities of two exposures, and nothing to move to. */
export const CONTEXT: ScoringContext = {
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
export const ENGINEER: Subject = {
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

/** Answers that name these tasks and how much of a week each takes. */
export const bands = (
  given: Record<string, 'none' | 'little' | 'some' | 'much' | 'most'>,
  other: 'none' | 'little' = 'none',
): Answers => ({
  occupationSlug: SLUG,
  tasksFor: SLUG,
  tasks: Object.keys(given).map((taskId) => ({ taskId })),
  amounts: { kind: 'bands', occupationSlug: SLUG, bands: given, other },
});

export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Any occupation of 2–9 tasks, any own tasks, any exact split. */
export const people = fc
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
