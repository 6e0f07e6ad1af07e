import type { Answers } from '../answers/answers.js';
import { type ExactAnswers, statedExactly, withMove } from './enter-move.js';
import { bands, CONTEXT, ENGINEER, SLUG, sum } from './people.builder.js';
import { scoreAlone } from './score.js';
import type { Subject } from './subject.js';
import { aWeek, part } from './week.builder.js';
import { weekOf } from './week.js';

const { exposureOf } = CONTEXT;
const percentsOf = ({ amounts }: Answers): Readonly<Record<string, number>> =>
  amounts?.kind === 'exact' ? amounts.percents : {};
const exactly = (answers: Answers): Answers =>
  statedExactly(answers, ENGINEER, weekOf(answers, ENGINEER, exposureOf));

describe('a week in whole per cent', () => {
  it('is what would have to be entered for the week that is scored now, and gives its score', () => {
    const rough = bands({ scripts: 'most', research: 'little', evaluation: 'some' });
    const percents = percentsOf(exactly(rough));
    const rests: Record<'up' | 'down', number[]> = { up: [], down: [] };
    for (const { taskId, share, typicalShare } of weekOf(rough, ENGINEER, exposureOf).parts) {
      // Entered, it is trusted with 0.9, and the typical week counts for the rest.
      const entered = (100 * (share - 0.1 * typicalShare)) / 0.9;
      const whole = percents[taskId] ?? 0;
      expect(Math.abs(whole - entered)).toBeLessThan(1);
      rests[whole > entered ? 'up' : 'down'].push(entered % 1);
    }
    // Those that are rounded up are the ones of which most was left over.
    expect(rests.up.length).toBeGreaterThan(0);
    expect(Math.min(...rests.up)).toBeGreaterThanOrEqual(Math.max(...rests.down));
    expect(sum(Object.values(percents))).toBe(100);
    const scores = [rough, exactly(rough)].map((answers) => scoreAlone(answers, ENGINEER, exposureOf));
    expect(scores[1]).toBeCloseTo(scores[0] ?? NaN, 0);
  });

  it('is left as it was given', () => {
    const given: Answers = {
      ...bands({ scripts: 'most' }),
      amounts: { kind: 'exact', occupationSlug: SLUG, percents: { scripts: 41.5 } },
    };
    expect(exactly(given)).toEqual(given);
  });

  it('keeps the tasks of one’s own, and other work is what is left over', () => {
    const own = { taskId: 'own-1', text: 'Writing bids', activity: 'high' };
    const rough: Answers = {
      ...bands({ scripts: 'some' }),
      tasks: [{ taskId: 'scripts' }, own],
      amounts: {
        kind: 'bands',
        occupationSlug: SLUG,
        bands: { scripts: 'some', 'own-1': 'some' },
        other: 'little',
      },
    };
    const exact = exactly(rough);
    expect(exact.tasks).toContainEqual(own);
    expect(exact.tasks?.map(({ taskId }) => taskId)).toEqual(Object.keys(percentsOf(exact)));
    expect(percentsOf(exact)).not.toHaveProperty('other');
    expect(sum(Object.values(percentsOf(exact)))).toBeLessThan(100);
  });

  it('is rounded to a sum of 100: who has most left over gets the points, and a whole share stays as it is', () => {
    const family: Subject = { ...ENGINEER, family: { sd: 5, leastWidth: 20 } };
    const rounded = (...shares: number[]): number[] => {
      const parts = shares.map((share, index) => part(`t${index}`, { share }));
      return Object.values(percentsOf(statedExactly(bands({ t0: 'most' }), family, aWeek(parts))));
    };
    expect(rounded(0.3, 0.695, 0.005)).toEqual([30, 70, 0]);
    // 100 × 0.29 is a little less than 29 to a computer.
    expect(rounded(0.29, 0.705, 0.005)).toEqual([29, 71, 0]);
    expect(rounded(0.333, 0.333, 0.334)).toEqual([33, 33, 34]);
  });

  it('moves what is moved and no more', () => {
    const move = { fromTaskId: 'a', toTaskId: 'b', percent: 10 };
    const given: ExactAnswers = {
      amounts: { kind: 'exact', occupationSlug: SLUG, percents: { a: 30, c: 70 } },
    };
    expect(percentsOf(withMove(given, move))).toEqual({ a: 20, b: 10, c: 70 });
  });
});
