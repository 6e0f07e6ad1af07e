import fc from 'fast-check';
import type { Task } from '@app/occupations';
import { runs } from '@app/testing';
import { AI_USES, type AiUse } from '../answers/ai-use.js';
import type { Answers } from '../answers/answers.js';
import { DEMAND_IDS, DEMAND_LEVELS, type DemandLevel } from '../answers/demands.js';
import { AI_USE_POINTS, DEMAND_POINTS, MOST_ADJUSTMENT } from './adjustment-points.js';
import { boundAdjustments, sumOf } from './adjustments.js';
import { score } from './score.js';
import type { Subject } from './subject.js';

const task = (id: string, share: number, exposure: number): Task => ({
  id,
  name: id,
  share,
  exposure,
  exposureIn5Years: exposure,
  sd: 8,
  risk: 'Medium',
  tools: [],
});
const SUBJECT: Subject = {
  slug: 'clerk',
  title: 'Clerk',
  interval: { low: 30, high: 60 },
  barrierMonths: 0,
  tasks: [task('Filing', 0.5, 50), task('Calls', 0.3, 40), task('Post', 0.15, 30), task('Tea', 0.05, 0)],
};
const scored = (answers: Answers): ReturnType<typeof score> =>
  score({ occupationSlug: 'clerk', ...answers }, SUBJECT, {
    catalogueVersion: 'test',
    exposureOf: () => ({ exposure: 50, exposureIn5Years: 50, sd: 20 }),
    percentileOf: (value) => value,
    candidates: [],
  });
const uses = (tasks: Record<string, AiUse>, subject = 'clerk'): Answers => ({ aiUse: { subject, tasks } });

describe('adjustments', () => {
  it('count the published points of each answer, one line each, and draw those that move the score', () => {
    const before = scored({}).score;
    const result = scored({
      ...uses({ Filing: 'most', Calls: 'never' }),
      demands: { presence: 'little', mistakes: 'most', trust: 'some' },
    });
    expect(result.adjustments.map(({ kind, name, answer, points }) => [kind, name, answer, points])).toEqual([
      ['ai use', 'Filing', 'does most of it', 2],
      ['ai use', 'Calls', 'not used', 0],
      ['demand', 'Being there in person', 'hardly any', 0.5],
      ['demand', 'Trust face to face', 'some of the work', 0],
      ['demand', 'Answering for mistakes', 'most of the work', -1],
    ]);
    expect(result.score).toBeCloseTo(before + 1.5, 10);
    expect(result.waterfall).toEqual([
      { label: 'AI in filing: does most of it', points: 2 },
      { label: 'Being there in person: hardly any', points: 0.5 },
      { label: 'Answering for mistakes: most of the work', points: -1 },
    ]);
  });

  it('are scaled down together to what the scale has left, and stay where they cancel out', () => {
    const points = (given: readonly number[], unadjusted: number): number[] =>
      boundAdjustments(
        given.map((each) => ({ kind: 'demand', name: 'n', answer: 'a', points: each })),
        unadjusted,
      ).map((each) => each.points);
    expect(points([4, 2], 97)).toEqual([2, 1]);
    expect(points([-4, -2], 3)).toEqual([-2, -1]);
    expect(points([8, 8], 50)).toEqual([4, 4]);
    expect(points([1, -1], 50)).toEqual([1, -1]);
  });

  it('name a task of one’s own as it was written', () => {
    const tasks = [{ taskId: 'own-1', text: 'Post for the Mayor', activity: 'any' }];
    const { adjustments } = scored({ ...uses({ 'own-1': 'parts' }), tasksFor: 'clerk', tasks });
    expect(adjustments).toEqual([
      { kind: 'ai use', name: '“Post for the Mayor”', answer: 'does parts of it', points: 1 },
    ]);
  });

  it('count demands against what is usual in the field of work, so that the usual answers move nothing', () => {
    const demands = Object.fromEntries(DEMAND_IDS.map((id) => [id, 'most' as const]));
    const nurse: Subject = { ...SUBJECT, slug: 'nurse', sector: 'health' };
    const result = score({ occupationSlug: 'nurse', demands }, nurse, {
      catalogueVersion: 'test',
      exposureOf: () => ({ exposure: 50, exposureIn5Years: 50, sd: 20 }),
      percentileOf: (value) => value,
      candidates: [],
    });
    expect(result.score).toBe(result.occupationScore);
    expect(result.adjustments.map(({ points }) => points)).toEqual([0, 0, 0, 0, 0, 0]);
    expect(scored({ demands }).score).toBeCloseTo(scored({}).score - 6, 10);
  });

  it('take only the three biggest tasks, and only those of the job they were given for', () => {
    expect(scored(uses({ Tea: 'most' })).adjustments).toEqual([]);
    expect(scored(uses({ Filing: 'most' }, 'nurse')).adjustments).toEqual([]);
  });

  it('move the interval without narrowing it, and keep it on the scale', () => {
    const plain = scored({}).interval;
    const { interval, score: value } = scored({
      demands: Object.fromEntries(DEMAND_IDS.map((id) => [id, 'most'])),
    });
    expect(interval.high - interval.low).toBeCloseTo(plain.high - plain.low, 10);
    expect(interval.low).toBeCloseTo(plain.low - 6, 10);
    expect(interval.low).toBeLessThan(value);
  });

  it('law: a stronger answer never moves the score the other way', () => {
    const use = fc.constantFrom(...AI_USES);
    const level = fc.constantFrom(...DEMAND_LEVELS);
    fc.assert(
      fc.property(
        fc.tuple(use, use, use),
        fc.array(level, { minLength: 6, maxLength: 6 }),
        fc.nat(2),
        fc.nat(5),
        (three, six, which, where) => {
          const total = (given: readonly AiUse[], levels: readonly DemandLevel[]): number =>
            scored({
              ...uses({ Filing: given[0] ?? 'never', Calls: given[1] ?? 'never', Post: given[2] ?? 'never' }),
              demands: Object.fromEntries(DEMAND_IDS.map((id, index) => [id, levels[index] ?? 'some'])),
            }).score;
          expect(total(three.with(which, 'most'), six)).toBeGreaterThanOrEqual(total(three, six) - 1e-9);
          expect(total(three, six.with(where, 'most'))).toBeLessThanOrEqual(total(three, six) + 1e-9);
        },
      ),
      { numRuns: runs(10) },
    );
  });

  it('are bounded together, each keeping its part, and never push a score off the scale', () => {
    const all = DEMAND_IDS.map((name) => ({ kind: 'demand' as const, name, answer: 'most', points: -2 }));
    const bounded = boundAdjustments(all, 50);
    expect(sumOf(bounded)).toBeCloseTo(-MOST_ADJUSTMENT, 10);
    expect(new Set(bounded.map(({ points }) => points)).size).toBe(1);
    expect(boundAdjustments(all, 0).map(({ points }) => Object.is(points, 0))).toEqual(all.map(() => true));
    expect(sumOf(boundAdjustments(all, 3))).toBeCloseTo(-3, 10);
  });
});

describe('the published points', () => {
  it('rise with what tools do and fall with what holds them back', () => {
    const rising = AI_USES.map((each) => AI_USE_POINTS[each]);
    const falling = DEMAND_LEVELS.map((each) => DEMAND_POINTS[each]);
    expect(rising).toEqual([...rising].sort((a, b) => a - b));
    expect(falling).toEqual([...falling].sort((a, b) => b - a));
  });

  it('are modest: no one answer moves more than a quarter of the bound', () => {
    for (const points of [...Object.values(AI_USE_POINTS), ...Object.values(DEMAND_POINTS)])
      expect(Math.abs(points)).toBeLessThanOrEqual(MOST_ADJUSTMENT / 4);
  });
});
