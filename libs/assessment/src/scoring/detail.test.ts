import type { Answers } from '../answers/answers.js';
import type { Adjustment } from '../result/personal-result.js';
import {
  amountsFor,
  bandOf,
  basedOn,
  CONCENTRATION,
  DETAIL_WORDS,
  DETAIL_WORDS_BETWEEN_JOBS,
  detailOf,
  saidLess,
  tasksFor,
  TRUST,
  trustIn,
  weekWordsOf,
} from './detail.js';
import { bands, ENGINEER, SLUG } from './people.builder.js';
import type { Subject } from './subject.js';

const FAMILY = { ...ENGINEER, family: { sd: 5, jobs: 10 } } as unknown as Subject;
const own = { taskId: 'own-1', text: 'Writing bids', activity: 'high' };
const exact = (percents: Record<string, number>, more: Partial<Answers> = {}): Answers => ({
  occupationSlug: SLUG,
  tasksFor: SLUG,
  tasks: Object.keys(percents).map((taskId) => ({ taskId })),
  amounts: { kind: 'exact', occupationSlug: SLUG, percents },
  ...more,
});

describe('how much was said', () => {
  it('counts as the method says: how far the stated week is trusted, and how firmly its shares are known', () => {
    expect(TRUST).toEqual({ exact: 0.9, bands: 0.7, ticks: 0.4, 'title only': 0, 'title unknown': 0 });
    expect(CONCENTRATION).toEqual({ exact: 60, bands: 30, ticks: 15, 'title only': 8, 'title unknown': 8 });
  });

  it('is trusted wholly where no title is known, but for nothing said at all', () => {
    expect([trustIn('bands', ENGINEER), trustIn('bands', FAMILY), trustIn('title unknown', FAMILY)]).toEqual([
      0.7, 1, 0,
    ]);
  });

  it('is amounts, ticks, or the title alone', () => {
    const ticks: Answers = { occupationSlug: SLUG, tasksFor: SLUG, tasks: [{ taskId: 'scripts' }] };
    expect(
      [bands({ scripts: 'most' }), exact({ scripts: 5 }), ticks, { occupationSlug: SLUG }].map((answers) =>
        detailOf(answers, ENGINEER),
      ),
    ).toEqual(['bands', 'exact', 'ticks', 'title only']);
    expect([detailOf({}, FAMILY), detailOf(ticks, FAMILY)]).toEqual(['title unknown', 'ticks']);
  });

  it('is told with what else was used, and with the title that was found in somebody’s own words', () => {
    expect(basedOn('ticks', [], false, undefined)).toBe(DETAIL_WORDS.ticks);
    expect(basedOn('ticks', [], true, undefined)).toBe(DETAIL_WORDS_BETWEEN_JOBS.ticks);
    const [tools, demand] = [{ kind: 'ai use' }, { kind: 'demand' }] as [Adjustment, Adjustment];
    expect(basedOn('ticks', [tools, demand], false, undefined)).toBe(
      `${DETAIL_WORDS.ticks} Your answers about AI tools and what your work demands are counted too.`,
    );
    expect(basedOn('title only', [demand], true, 'Electrician')).toBe(
      'Based on your own words alone, from which we took an electrician: the week is a typical one. ' +
        'Your answers about what that work demands are counted too.',
    );
  });

  it('is told in a sentence of its own for each step, to somebody without work never as if they had it', () => {
    for (const words of [DETAIL_WORDS, DETAIL_WORDS_BETWEEN_JOBS]) {
      expect(Object.keys(words).sort()).toEqual(Object.keys(TRUST).sort());
      expect(new Set(Object.values(words)).size).toBe(5);
      for (const sentence of Object.values(words)) expect(sentence).toMatch(/^Based on .+\.$/);
    }
    expect(Object.values(DETAIL_WORDS_BETWEEN_JOBS).join(' ')).not.toMatch(
      /your (job|week|time|tasks|family)/,
    );
  });

  it('has its words for whose week it is', () => {
    expect(weekWordsOf('ticks', true)).toBe('the week of your last job');
    expect([weekWordsOf('title only'), weekWordsOf('title unknown'), weekWordsOf('ticks')]).toEqual([
      'a typical week',
      'a typical week',
      'your week',
    ]);
  });
});

describe('the tasks that count', () => {
  it('are those of this job, and own ones', () => {
    const answers: Answers = { tasksFor: SLUG, tasks: [{ taskId: 'scripts' }, { taskId: 'nursing' }, own] };
    expect(tasksFor(answers, ENGINEER)).toEqual([{ taskId: 'scripts' }, own]);
    expect(tasksFor({ ...answers, tasksFor: 'nurse' }, ENGINEER)).toEqual([]);
    expect(tasksFor({ tasksFor: SLUG }, ENGINEER)).toEqual([]);
  });
});

describe('the amounts that count', () => {
  const scripts = bands({ scripts: 'most' });
  it('are given for this job, for every task that counts, and more than nothing', () => {
    expect(amountsFor(scripts, ENGINEER)).toBe(scripts.amounts);
    for (const answers of [
      { ...scripts, amounts: { ...scripts.amounts, occupationSlug: 'nurse' } } as Answers,
      { ...scripts, tasks: [] },
      { ...scripts, tasks: [{ taskId: 'scripts' }, { taskId: 'tuning' }] },
      bands({ scripts: 'none', tuning: 'none' }),
      exact({ scripts: 0, tuning: 0 }),
      { ...exact({ scripts: 40 }), tasks: [{ taskId: 'scripts' }, { taskId: 'tuning' }] },
      { occupationSlug: SLUG },
    ])
      expect(amountsFor(answers, ENGINEER)).toBeUndefined();
    for (const answers of [exact({ scripts: 0, tuning: 1 }), bands({ scripts: 'none', tuning: 'little' })])
      expect(amountsFor(answers, ENGINEER)).toBe(answers.amounts);
  });
});

describe('one step less said', () => {
  it('is bands for exact shares, with what is left over as other work', () => {
    expect(saidLess(exact({ scripts: 60, tuning: 20 }), ENGINEER)).toEqual({
      ...exact({ scripts: 60, tuning: 20 }),
      amounts: {
        kind: 'bands',
        occupationSlug: SLUG,
        bands: { scripts: 'most', tuning: 'some' },
        other: 'some',
      },
    });
    expect(saidLess(exact({ scripts: 100 }), ENGINEER)?.amounts).toMatchObject({ other: 'none' });
  });

  it('is ticks for bands, the title for ticks, and nothing for a title', () => {
    const { amounts: _amounts, ...ticks } = bands({ scripts: 'most' });
    expect(saidLess(bands({ scripts: 'most' }), ENGINEER)).toEqual(ticks);
    const { tasks: _tasks, ...title } = ticks;
    expect(saidLess(ticks, ENGINEER)).toEqual(title);
    expect(saidLess(title, ENGINEER)).toBeUndefined();
  });

  it('takes the nearer band, the smaller half-way, and never none for a little', () => {
    expect([-1, 0, 0.1, 11, 11.25, 11.5, 27.5, 28, 51.25, 52].map(bandOf)).toEqual([
      'none',
      'none',
      'little',
      'little',
      'little',
      'some',
      'some',
      'much',
      'much',
      'most',
    ]);
  });
});
