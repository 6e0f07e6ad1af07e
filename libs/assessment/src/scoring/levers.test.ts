import type { Answers } from '../answers/answers.js';
import { type LeverInput, leversOf, ownParts, USUAL_WEEK_HOURS } from './levers.js';
import { bands, CONTEXT, ENGINEER, SLUG } from './people.builder.js';
import { scoreAlone } from './score.js';
import type { Subject } from './subject.js';
import { type Week, weekOf } from './week.js';
import { aWeek, part } from './week.builder.js';

const { exposureOf } = CONTEXT;

function inputOf(
  answers: Answers,
  changes: Partial<LeverInput> = {},
  subject: Subject = ENGINEER,
): LeverInput {
  const scoreOf = (others: Answers): number => scoreAlone(others, subject, exposureOf);
  return {
    answers,
    subject,
    week: weekOf(answers, subject, exposureOf),
    score: scoreOf(answers),
    weekHours: 40,
    scoreOf,
    ...changes,
  };
}
const exact = (percents: Record<string, number>): Answers => ({
  ...bands(Object.fromEntries(Object.keys(percents).map((id) => [id, 'some']))),
  amounts: { kind: 'exact', occupationSlug: SLUG, percents },
});
const moves = (input: LeverInput): string[] =>
  leversOf(input).map(
    ({ fromTaskId, toTaskId, hours, percent }) => `${fromTaskId} → ${toTaskId}: ${hours} h, ${percent}%`,
  );

describe('the moves that lower a score', () => {
  it('take up to four hours to the least exposed task, each from another one, best first', () => {
    // Exposures: tuning 76, scripts 66, pipelines 62, evaluation 38, architecture 15, research 10.
    const answers = exact({ tuning: 20, scripts: 20, pipelines: 20, evaluation: 20, research: 20 });
    expect(moves(inputOf(answers))).toEqual([
      'tuning → research: 4 h, 10%',
      'scripts → research: 4 h, 10%',
      'pipelines → research: 4 h, 10%',
    ]);
  });

  it('promise what entering them gives, in words with both scores', () => {
    const answers = exact({ tuning: 50, research: 50 });
    const [lever] = leversOf(inputOf(answers));
    const before = scoreAlone(answers, ENGINEER, exposureOf);
    expect(lever).toEqual({
      fromTaskId: 'tuning',
      toTaskId: 'research',
      percent: 10,
      from: 'tuning',
      to: 'research',
      hours: 4,
      scoreBefore: before,
      scoreAfter: scoreAlone(exact({ tuning: 40, research: 60 }), ENGINEER, exposureOf),
      words: `Move 4 hours a week from tuning to research: ${Math.round(before)}\u00a0→\u00a0${Math.round(before - 0.09 * 66)}.`,
    });
  });

  it('ask for no more than three quarters of what the task takes, in half hours: somebody checks the rest', () => {
    expect(moves(inputOf(exact({ tuning: 8, research: 92 })))).toEqual(['tuning → research: 2 h, 5%']);
    const one = leversOf(inputOf(exact({ tuning: 7, research: 93 }), { weekHours: 20 }));
    expect(one.map(({ hours, words }) => [hours, words.slice(0, 24)])).toEqual([
      [1, 'Move 1 hour a week from '],
    ]);
    expect(moves(inputOf(exact({ tuning: 1, research: 99 })))).toEqual([]);
  });

  it('come in the order of the scores that entering them gives', () => {
    const input = inputOf(exact({ tuning: 30, scripts: 30, research: 40 }));
    const scoreOf = ({ amounts }: Answers): number =>
      input.score - (amounts?.kind === 'exact' && (amounts.percents['scripts'] ?? 0) < 30 ? 9 : 5);
    expect(leversOf({ ...input, scoreOf }).map(({ fromTaskId }) => fromTaskId)).toEqual([
      'scripts',
      'tuning',
    ]);
  });

  it('are not made for less than two points', () => {
    // 10 % of the week from 38 to 10, trusted with 0.9: 2.52 points; from 42 to 38: less than one.
    expect(moves(inputOf(exact({ evaluation: 50, research: 50 })))).toEqual([
      'evaluation → research: 4 h, 10%',
    ]);
    expect(moves(inputOf(exact({ features: 50, evaluation: 50 })))).toEqual([]);
    const least = inputOf(exact({ tuning: 50, research: 50 }));
    expect(leversOf({ ...least, scoreOf: () => least.score - 2 })).toHaveLength(1);
    expect(leversOf({ ...least, scoreOf: () => least.score - 1.9 })).toEqual([]);
  });

  it('take no more than the week as scored has of it, nor than would be entered', () => {
    const week = aWeek([part('tuning', { share: 0.2, exposure: 76 }), part('research', { exposure: 10 })]);
    expect(moves({ ...inputOf(exact({ tuning: 5, research: 95 })), week })).toEqual([
      'tuning → research: 1.5 h, 4%',
    ]);
    const little = aWeek([part('tuning', { share: 0.05, exposure: 76 }), part('research', { exposure: 10 })]);
    expect(moves({ ...inputOf(exact({ tuning: 20, research: 80 })), week: little })).toEqual([
      'tuning → research: 1.5 h, 4%',
    ]);
  });

  it('take no more than was said of the task, however much the usual week has of it', () => {
    const week = (statedShare: number): Week =>
      aWeek(
        [
          part('tuning', { share: 0.5, statedShare, exposure: 76 }),
          part('research', { share: 0.5, statedShare, exposure: 10 }),
        ],
        { detail: 'bands' },
      );
    const from = (statedShare: number): string[] =>
      moves({ ...inputOf({}), score: 50, week: week(statedShare) });
    expect(from(0.1)).toEqual(['tuning → research: 3 h, 8%']);
    // Until anything is said, the usual week counts.
    expect(from(0)).toEqual(['tuning → research: 4 h, 10%']);
  });

  it('rest on the tasks: two that are alike are no lever, whatever the answers about tools make of it', () => {
    const input = inputOf(exact({ features: 50, evaluation: 50 }));
    expect(leversOf({ ...input, scoreOf: () => input.score - 5 })).toEqual([]);
  });

  it('never lead to a task that is as exposed', () => {
    const parts = [part('a', { exposure: 60 }), part('b', { exposure: 60 })];
    expect(moves({ ...inputOf({}), week: aWeek(parts, { detail: 'title unknown' }), score: 60 })).toEqual([]);
  });

  it('of two that give the same come by name', () => {
    const parts = ['d', 'b', 'a', 'c'].map((id) =>
      part(id, { share: 0.25, exposure: 'ab'.includes(id) ? 90 : 10 }),
    );
    const input = { ...inputOf({}), week: aWeek(parts, { detail: 'title unknown' as const }), score: 50 };
    expect(moves(input)).toEqual(['a → c: 4 h, 10%', 'b → c: 4 h, 10%']);
  });

  it('of a family of work count what they would count for with a job, and end at nothing', () => {
    const parts = [
      part('a', { share: 0.6, exposure: 90 }),
      part('b', { share: 0.4, exposure: 10, name: 'Own', own: true }),
    ];
    const input = { ...inputOf({}), week: aWeek(parts, { detail: 'title unknown' as const }) };
    expect(leversOf({ ...input, score: 50 })).toMatchObject([
      {
        scoreAfter: expect.closeTo(50 - 0.9 * 10 * 0.8, 9),
        words: expect.stringContaining('from task a to “Own”'),
      },
    ]);
    expect(leversOf({ ...input, score: 3 })).toMatchObject([{ scoreAfter: 0 }]);
  });

  it('look at the most promising only, no more than three of one task', () => {
    const low = Array.from({ length: 6 }, (_, index) =>
      part(`low${index}`, { share: 0.1, exposure: 5 + index }),
    );
    const high = Array.from({ length: 6 }, (_, index) =>
      part(`high${index}`, { share: 0.1, exposure: 90 - index }),
    );
    const asked: string[] = [];
    const input = inputOf(exact({ tuning: 50, research: 50 }));
    leversOf({
      ...input,
      week: aWeek([...low, ...high]),
      answers: exact(Object.fromEntries([...low, ...high].map(({ taskId }) => [taskId, 8]))),
      subject: {
        ...ENGINEER,
        tasks: [...low, ...high].map((each) => ({ ...each, id: each.taskId, risk: 'Low' })),
      } as unknown as Subject,
      scoreOf: (answers) => {
        const { amounts } = answers;
        const percents = Object.entries(amounts?.kind === 'exact' ? amounts.percents : {});
        const found = (moved: (percent: number) => boolean): string | undefined =>
          percents.find(([, percent]) => moved(percent))?.[0];
        asked.push(`${found((percent) => percent < 8)} → ${found((percent) => percent > 8)}`);
        return 0;
      },
    });
    // The further apart the two, the more it promises; of equal promise by name.
    expect(asked).toEqual([
      'high0 → low0',
      'high0 → low1',
      'high1 → low0',
      'high0 → low2',
      'high1 → low1',
      'high2 → low0',
      'high1 → low2',
      'high2 → low1',
      'high3 → low0',
      'high2 → low2',
      'high3 → low1',
      'high4 → low0',
    ]);
  });
});

describe('the parts that are one’s own', () => {
  it('are those that were named, or until then all of the typical week, without other work', () => {
    const named = part('a', { share: 0.3 });
    const unnamed = part('b', { share: 0.3, statedShare: 0 });
    const other = part('other', { share: 0.2 });
    const none = part('c', { share: 0 });
    const ids = (...parts: Parameters<typeof aWeek>[0]): string[] =>
      ownParts(aWeek(parts)).map(({ taskId }) => taskId);
    expect(ids(named, unnamed, other, none)).toEqual(['a']);
    expect(ids(unnamed, none)).toEqual(['b']);
  });

  it('are of a usual week of 37 hours where nobody said', () => {
    expect(USUAL_WEEK_HOURS).toBe(37);
  });
});
