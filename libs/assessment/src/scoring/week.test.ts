import type { Answers } from '../answers/answers.js';
import { bands, CONTEXT, ENGINEER, SLUG, sum } from './people.builder.js';
import type { Subject } from './subject.js';
import { aWeek, part } from './week.builder.js';
import { contributionOf, namedShare, type WeekPart, weekOf } from './week.js';

const [first, second, third] = ENGINEER.tasks;
if (!first || !second || !third) throw new Error('there are fewer');
const tools = [{ name: 'Assistant', checked: '2026-11' }];
/** Shares that do not sum to one: 0.1, 0.4 and 0, as published ones may be. */
const HALF: Subject = {
  ...ENGINEER,
  tasks: [
    { ...first, share: 0.1, exposure: 80, exposureIn5Years: 90, tools },
    { ...second, share: 0.4, exposure: 30, exposureIn5Years: 40 },
    { ...third, share: 0, exposure: 50, exposureIn5Years: 60 },
  ],
};
const own = { taskId: 'own-1', text: 'Writing bids', activity: 'high' };
const partsOf = (answers: Answers, subject: Subject = HALF): Record<string, WeekPart> =>
  Object.fromEntries(weekOf(answers, subject, CONTEXT.exposureOf).parts.map((each) => [each.taskId, each]));

describe('a week', () => {
  it('has typical shares that sum to one, whatever those of the tasks sum to, and the mean exposure by them', () => {
    const week = weekOf({}, HALF, CONTEXT.exposureOf);
    expect(week.parts.map(({ typicalShare }) => typicalShare)).toEqual([0.2, 0.8, 0]);
    expect(week.occupationScore).toBeCloseTo(0.2 * 80 + 0.8 * 30, 10);
    expect(weekOf({}, { ...HALF, tasks: [] }, CONTEXT.exposureOf)).toEqual({
      detail: 'title only',
      parts: [],
      occupationScore: 0,
    });
  });

  it('has other work at the mean, now and in five years, known by nobody', () => {
    expect(partsOf(bands({ [first.id]: 'most' }, 'little'))['other']).toStrictEqual({
      taskId: 'other',
      name: 'Other work',
      typicalShare: 0,
      statedShare: expect.closeTo(5 / 70, 10),
      share: expect.closeTo((0.7 * 5) / 70, 10),
      exposure: expect.closeTo(40, 10),
      exposureIn5Years: expect.closeTo(0.2 * 90 + 0.8 * 40, 10),
      sd: 35,
      tools: [],
      own: false,
    });
  });

  it('keeps whose a task is and which tools do it', () => {
    const parts = partsOf({ occupationSlug: SLUG, tasksFor: SLUG, tasks: [{ taskId: first.id }, own] });
    expect(parts[first.id]).toMatchObject({ tools, own: false });
    expect(parts['own-1']).toMatchObject({ name: 'Writing bids', tools: [], own: true, exposure: 90 });
  });

  it('names a tool of one trade to that trade alone', () => {
    const pipes = { name: 'Pipes', checked: '2026-11', trades: ['plumber'] };
    const subject = { ...HALF, tasks: [{ ...first, tools: [...tools, pipes] }] };
    const named = (answers: Answers): string[] | undefined =>
      partsOf(answers, subject)[first.id]?.tools.map(({ name }) => name);
    expect(named({ jobTitle: 'Plumber' })).toEqual(['Assistant', 'Pipes']);
    expect(named({ jobTitle: 'Tiler' })).toEqual(['Assistant']);
    expect(named({})).toEqual(['Assistant']);
  });

  it('of ticks keeps the typical proportions; a task of one’s own counts as an average one that takes time', () => {
    const ticked = { occupationSlug: SLUG, tasksFor: SLUG };
    const ids = [first, second, third].map(({ id }) => ({ taskId: id }));
    const stated = (tasks: NonNullable<Answers['tasks']>): number[] =>
      Object.values(partsOf({ ...ticked, tasks })).map(({ statedShare }) => statedShare);
    // 0.1, 0.4, 0 and their average 0.25, of 0.75.
    const shares = stated([...ids, own]);
    [0.1, 0.4, 0, 0.25].forEach((share, index) => expect(shares[index]).toBeCloseTo(share / 0.75, 10));
    expect(stated([own])).toEqual([0, 0, 0, 1]);
    expect(sum(stated(ids.slice(0, 1)))).toBeCloseTo(1, 10);
  });
});

describe('what a part adds', () => {
  it('is its difference in time by its difference in exposure, and nothing where one of them is none', () => {
    const week = aWeek([], { occupationScore: 40 });
    const more = part('a', { share: 0.5, typicalShare: 0.3, exposure: 90 });
    expect(contributionOf(more, week)).toBeCloseTo(10, 10);
    expect(contributionOf({ ...more, exposure: 10 }, week)).toBeCloseTo(-6, 10);
    // −0 would be written as 0 and read as something else.
    expect(contributionOf(part('a', { exposure: 10 }), week)).toBe(0);
  });

  it('is told with the share that was named, or where none was with the one that is scored', () => {
    const one = part('a', { share: 0.4, statedShare: 0.6 });
    expect([namedShare(one, 'exact'), namedShare(one, 'title only')]).toEqual([0.6, 0.4]);
  });
});
