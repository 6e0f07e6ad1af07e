import fc from 'fast-check';
import { runs } from '@app/testing';
import type { Answers } from '../answers/answers.js';
import { type ExactAnswers, withMove } from './enter-move.js';
import type { LeverInput } from './levers.js';
import { bands, CONTEXT, ENGINEER, people } from './people.builder.js';
import { score, scoreAlone } from './score.js';
import type { Subject } from './subject.js';
import { weekOf } from './week.js';
import { whatIf } from './what-if.js';

const { exposureOf } = CONTEXT;

function inputOf(answers: Answers, subject: Subject = ENGINEER): LeverInput {
  const scoreOf = (others: Answers): number => scoreAlone(others, subject, exposureOf);
  return {
    answers,
    subject,
    week: weekOf(answers, subject, exposureOf),
    score: scoreOf(answers),
    weekHours: answers.hoursPerWeek ?? 37,
    scoreOf,
  };
}

const exactly = (percents: Record<string, number>): ExactAnswers => ({
  ...bands(Object.fromEntries(Object.keys(percents).map((id) => [id, 'some']))),
  amounts: { kind: 'exact', occupationSlug: ENGINEER.slug, percents },
});
const MIXED = bands({ scripts: 'most', research: 'little', evaluation: 'some' });

describe('a move that somebody tries out', () => {
  it('gives what the lever of the same move promises', () => {
    fc.assert(
      fc.property(people, ({ subject, answers, context }) => {
        for (const { fromTaskId: from, toTaskId: to, hours, scoreAfter } of score(answers, subject, context)
          .levers)
          expect(whatIf(inputOf(answers, subject), { from, to, hours })).toMatchObject({
            from,
            to,
            hours,
            scoreAfter: expect.closeTo(scoreAfter, 9),
          });
      }),
      { numRuns: runs(100) },
    );
  });

  it('gives what entering it as exact shares of the week gives', () => {
    const exact: ExactAnswers = {
      ...bands({ scripts: 'none', research: 'none' }),
      hoursPerWeek: 40,
      amounts: {
        kind: 'exact',
        occupationSlug: ENGINEER.slug,
        percents: { scripts: 60, research: 40 },
      },
    };
    const move = { fromTaskId: 'scripts', toTaskId: 'research', percent: 20 };
    expect(whatIf(inputOf(exact), { from: 'scripts', to: 'research', hours: 8 })?.scoreAfter).toBe(
      scoreAlone(withMove(exact, move), ENGINEER, exposureOf),
    );
  });

  it('moves the score the way the tasks differ, and further with more hours', () => {
    const after = (from: string, to: string): number[] =>
      [0.5, 2, 4, 8].map((hours) => whatIf(inputOf(MIXED), { from, to, hours })?.scoreAfter ?? NaN);
    const down = after('scripts', 'research');
    expect(down).toEqual([...down].sort((a, b) => b - a));
    expect(down.at(-1)).toBeLessThan(down[0] ?? 0);
    const up = after('evaluation', 'scripts');
    expect(up).toEqual([...up].sort((a, b) => a - b));
    expect(up.at(-1)).toBeGreaterThan(whatIf(inputOf(MIXED), {})?.scoreBefore ?? 100);
  });

  it('takes no more than there is, in half hours, and only from the person’s own tasks', () => {
    const move = whatIf(inputOf(MIXED), { from: 'scripts', to: 'research', hours: 100 });
    expect(move?.hours).toBe(move?.most);
    expect((move?.most ?? 0) * 2).toBe(Math.round((move?.most ?? 0) * 2));
    expect(move?.parts.map(({ id }) => id)).toEqual(['scripts', 'evaluation', 'research']);
    // Whatever else is asked for becomes what can be.
    for (const asked of [{}, { from: 'tuning', to: 'nothing' }, { from: 'scripts', to: 'scripts' }])
      expect(whatIf(inputOf(MIXED), asked)).toMatchObject({ from: 'scripts', to: 'research', hours: 2 });
    expect(whatIf(inputOf(MIXED), { hours: -3 })?.hours).toBe(0.5);
  });

  it('takes what the week as scored has of it, in half hours: no more than would be entered', () => {
    // 0.9 × 60 % + 0.1 × 8 % of 40 hours are 21.9; of 5 % of 40 hours 2, although 7.1 % are scored.
    const most = (percents: Record<string, number>, from: string): number | undefined =>
      whatIf(inputOf({ ...exactly(percents), hoursPerWeek: 40 }), { from })?.most;
    expect(most({ scripts: 60, research: 40 }, 'scripts')).toBe(21.5);
    expect(most({ architecture: 5, scripts: 95 }, 'architecture')).toBe(2);
  });

  it('shows the tasks from the most exposed to the least, and which have half an hour to give', () => {
    const fifty = {
      ...exactly({ pipelines: 20, scripts: 20, tuning: 1, evaluation: 20, features: 39 }),
      hoursPerWeek: 50,
    };
    const move = whatIf(inputOf(fifty), { from: 'tuning', to: 'nothing' });
    expect(move?.parts.map(({ id, gives }) => [id, gives])).toEqual([
      ['tuning', true],
      ['scripts', true],
      ['pipelines', true],
      ['features', true],
      ['evaluation', true],
    ]);
    expect(move).toMatchObject({ from: 'tuning', to: 'evaluation', most: 0.5 });
    const forty = whatIf(inputOf({ ...fifty, hoursPerWeek: 40 }), { from: 'tuning' });
    expect(forty?.parts[0]).toMatchObject({ id: 'tuning', gives: false });
    expect(forty?.from).toBe('scripts');
  });

  it('between tasks alike raises nothing', () => {
    const alike = { ...ENGINEER, tasks: ENGINEER.tasks.map((task) => ({ ...task, exposure: 40 })) };
    const input = inputOf(exactly({ scripts: 60, research: 40 }), alike);
    expect(whatIf({ ...input, scoreOf: () => input.score + 3 }, {})?.scoreAfter).toBe(input.score);
  });

  it('names a task of one’s own as it was written', () => {
    const own = { taskId: 'own-1', text: 'Writing Bids', activity: 'high' };
    const answers = exactly({ 'own-1': 50, research: 50 });
    expect(whatIf(inputOf({ ...answers, tasks: [own, { taskId: 'research' }] }), {})?.words).toContain(
      'from “Writing Bids” to research',
    );
  });

  it('says both scores in words, or that nothing changes', () => {
    const words = (from: string, to: string, hours: number): string =>
      whatIf(inputOf(MIXED), { from, to, hours })?.words ?? '';
    expect(words('scripts', 'research', 4)).toMatch(
      /^4 hours a week from scripts to research: from \d\d to \d\d\.$/,
    );
    expect(words('scripts', 'research', 1)).toMatch(/^1 hour a week from scripts to research: /);
    expect(words('research', 'evaluation', 0.5)).toMatch(/^0\.5 hours a week .*: the score stays \d\d\.$/);
  });

  it('is not there where nobody knows which tasks are theirs', () => {
    const family = { ...ENGINEER, family: { sd: 5, jobs: 10 } } as unknown as Subject;
    expect(whatIf(inputOf({}, family), {})).toBeUndefined();
    expect(whatIf(inputOf(bands({ scripts: 'most' })), {})).toBeUndefined();
  });
});
