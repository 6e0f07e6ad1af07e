import type { Adjustment, RankedPath } from '../result/personal-result.js';
import type { RatedSkill } from '../skills/own-ratings.js';
import { biggestParts } from './biggest-parts.js';
import { allStrengths, skillStrengths, strengthsOf, toolStrengths } from './strengths.js';
import { aWeek, part } from './week.builder.js';

const path = (...have: string[]): RankedPath => ({ have }) as unknown as RankedPath;
const skill = (name: string, rating: number, usual: number): RatedSkill =>
  ({ name, rating, usual }) as RatedSkill;
const tool = (changes: Partial<Adjustment> = {}): Adjustment => ({
  kind: 'ai use',
  name: 'Records',
  answer: 'does parts of it',
  points: 2,
  ...changes,
});

describe('what a person brings', () => {
  it('is up to three tasks of which tools do least, the least first, the larger of two alike', () => {
    const parts = [
      part('a', { share: 0.3, exposure: 30 }),
      part('b', { share: 0.05, exposure: 12 }),
      part('c', { share: 0.2, exposure: 12 }),
      part('d', { share: 0.2, exposure: 34.4 }),
    ];
    expect(strengthsOf(parts, [], 'your week')).toEqual([
      'Task c: 20% of your week, exposure 12 of 100.',
      'Task b: 5% of your week, exposure 12 of 100.',
      'Task a: 30% of your week, exposure 30 of 100.',
    ]);
  });

  it('is no task that is exposed, hardly done, or not named', () => {
    const parts = [
      part('a', { share: 0.3, exposure: 34.5 }),
      part('b', { share: 0.049, exposure: 5 }),
      part('other', { share: 0.3, exposure: 5 }),
    ];
    expect(strengthsOf(parts, [], 'your week')).toEqual([]);
    expect(strengthsOf([part('d', { share: 0.3, exposure: 34.4 })], [], 'a typical week')).toHaveLength(1);
  });

  it('is up to four skills that more than one path asks for, those of most paths first', () => {
    const paths = [
      path('Writing', 'Maths', 'Law', 'Art', 'Music'),
      path('Maths', 'Writing', 'Law', 'Art', 'Music', 'Alone'),
      path('Maths'),
    ];
    expect(strengthsOf([], paths, 'your week')).toEqual([
      'Skills usual in your job that several of the paths ask for: maths, writing, law, art.',
    ]);
    expect(strengthsOf([], [path('Alone'), path('Other')], 'your week')).toEqual([]);
  });

  it('is up to four skills rated high and above the usual, furthest first, each name once', () => {
    expect(
      skillStrengths([
        skill('Law', 4, 3.5),
        skill('Maths', 5, 3),
        skill('Usual', 4, 3.6),
        skill('Low', 3.9, 1),
        skill('Maths', 5, 4),
      ]),
    ).toEqual(['You rate yourself above what is usual in your job: maths, law.']);
    const five = ['One', 'Two', 'Three', 'Four', 'Five'].map((name, index) => skill(name, 5, index / 2));
    expect(skillStrengths(five)).toEqual([
      'You rate yourself above what is usual in your job: one, two, three, four.',
    ]);
    expect(skillStrengths([])).toEqual([]);
  });

  it('is the AI tools that somebody works with already, not those that do nothing', () => {
    expect(
      toolStrengths([
        tool(),
        tool({ name: 'Letters', points: 1 }),
        tool({ name: 'Care', points: 0 }),
        tool({ name: 'Calls', points: -1 }),
        tool({ name: 'Licence', kind: 'demand' }),
      ]),
    ).toEqual(['You already work with AI tools: records, letters.']);
    expect(toolStrengths([])).toEqual([]);
  });

  it('is told in this order: tasks, skills of the job, own skills, tools', () => {
    const all = allStrengths({
      parts: [part('a', { exposure: 5 })],
      paths: [path('Maths'), path('Maths')],
      weekWords: 'your week',
      adjustments: [tool()],
      skills: [skill('Law', 5, 1)],
    });
    expect(all.map((words) => words.split(' ').slice(0, 2).join(' '))).toEqual([
      'Task a:',
      'Skills usual',
      'You rate',
      'You already',
    ]);
    const none = { parts: [], paths: [], weekWords: 'your week', adjustments: [] };
    expect(allStrengths(none)).toEqual([]);
  });
});

describe('the parts that are asked about', () => {
  it('are the three largest, largest first, without other work and what takes no time', () => {
    const shares = [0.1, 0.4, 0, 0.2, 0.3];
    const parts = [
      ...shares.map((share, index) => part(`t${index}`, { share })),
      part('other', { share: 1 }),
    ];
    expect(biggestParts(aWeek(parts)).map(({ taskId }) => taskId)).toEqual(['t1', 't4', 't3']);
    expect(biggestParts(aWeek(parts.slice(2, 3)))).toEqual([]);
  });
});
