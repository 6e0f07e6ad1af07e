import type { Answers } from '../answers/answers.js';
import { bandOf } from './detail.js';
import { bands, CONTEXT, ENGINEER, SLUG } from './people.builder.js';
import { score } from './score.js';

describe('score', () => {
  it('takes the occupation’s own week when only the title is known', () => {
    const result = score({ occupationSlug: SLUG }, ENGINEER, CONTEXT);
    expect(result.level).toBe('title only');
    expect(result.score).toBeCloseTo(35.34, 10);
    expect(result.waterfall).toEqual([]);
    expect(result.comparison).toBe('about the same');
  });

  it('says which title it took from somebody’s own words, and whose words they were', () => {
    const answers = { occupationSlug: SLUG };
    const found = score(answers, ENGINEER, { ...CONTEXT, described: 'I train models' });
    expect(found.described).toBe('I train models');
    expect(found.levelWords).toContain('your own words alone');
    expect(score(answers, ENGINEER, CONTEXT)).not.toHaveProperty('described');
  });

  it('says how much of the week tools can do little of: what is shown as less than 35', () => {
    const low = (exposure: number): string | undefined => {
      const tasks = ENGINEER.tasks.map((task) => (task.id === 'evaluation' ? { ...task, exposure } : task));
      const { pivots } = score({ occupationSlug: SLUG }, { ...ENGINEER, tasks }, CONTEXT);
      return /"(-?\d+% of [^"]*) is already in tasks/.exec(JSON.stringify(pivots))?.[1];
    };
    expect([34, 35].map(low)).toEqual(['60% of a typical week', '44% of a typical week']);
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
