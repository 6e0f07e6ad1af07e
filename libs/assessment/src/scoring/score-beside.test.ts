import type { Answers } from '../answers/answers.js';
import { INTEREST_STATEMENT_IDS, type Liking, themeOf } from '../answers/interest-statements.js';
import { to } from '../paths/ranking.builder.js';
import type { RankedPath } from '../result/personal-result.js';
import type { RatedSkill } from '../skills/own-ratings.js';
import { bands, CONTEXT, ENGINEER, SLUG } from './people.builder.js';
import { candidatesOf, score, scoreAlone, type ScoringContext } from './score.js';
import type { Subject } from './subject.js';
import { withPaths } from './with-paths.js';

const ANSWERS = bands({ scripts: 'most', architecture: 'some' });
const scored = (
  answers: Partial<Answers> = {},
  context: Partial<ScoringContext> = {},
  subject: Subject = ENGINEER,
): ReturnType<typeof score> => score({ ...ANSWERS, ...answers }, subject, { ...CONTEXT, ...context });
const likings = (of: (theme: string) => Liking): NonNullable<Answers['interests']> =>
  Object.fromEntries(INTEREST_STATEMENT_IDS.map((id) => [id, of(themeOf(id))]));
const law: RatedSkill = { id: '1', name: 'Law', kind: 'knowledge', rating: 5, usual: 3, used: 4 };

describe('a result, beside its number', () => {
  it('speaks of the job that somebody had who has none now', () => {
    const demands = { presence: 'most' } as const;
    const result = scored({ jobTitle: 'Between jobs', demands }, { skills: [law] });
    expect(result.betweenJobs).toBe(true);
    expect(result.levelWords).toBe(
      'Based on the tasks you named and roughly how much of a week each takes. Your answers about what that work demands are counted too.',
    );
    expect(result.waterfall[0]?.label).toMatch(/ of the week, typically /);
    expect(result.strengths.join(' ')).toContain('15 of 100.');
    expect(result.strengths).toContain('You rate yourself above what is usual in that job: law.');
    const working = scored({ demands }, { skills: [law] });
    expect(working).not.toHaveProperty('betweenJobs');
    expect(working.levelWords).toContain('what your work demands');
    expect(working.waterfall[0]?.label).toMatch(/ of your week, typically /);
    expect(working.strengths).toContain('You rate yourself above what is usual in your job: law.');
  });

  it('has the interests of who answered enough, and how they fit where anything leans', () => {
    const occupation = [100, 50, 0, 50, 50, 50];
    const leaning = likings((theme) => (theme === 'R' ? 'like' : 'neither'));
    expect(scored({ interests: leaning }, { interests: occupation }).interests).toEqual({
      person: [100, 50, 50, 50, 50, 50],
      occupation,
      fit: expect.closeTo(0.7746, 4),
    });
    expect(scored({ interests: likings(() => 'like') }, { interests: occupation }).interests).toStrictEqual({
      person: [100, 100, 100, 100, 100, 100],
      occupation,
    });
    expect(scored({ interests: leaning })).not.toHaveProperty('interests');
    expect(scored({}, { interests: occupation })).not.toHaveProperty('interests');
  });

  it('has the skills that were rated', () => {
    expect(scored({}, { skills: [law] }).skills).toEqual([law]);
    for (const skills of [[], undefined]) expect(scored({}, { skills })).not.toHaveProperty('skills');
  });

  it('says what keeps paths away where few are left, and which would be no gain', () => {
    const kept = { words: 'with more months of training', paths: 2, titles: ['a', 'b'] };
    const asked: boolean[] = [];
    const keptAway: ScoringContext['keptAway'] = (isOffered) => {
      asked.push(isOffered(to('calm', { score: 10 }), {}), isOffered(to('exposed', { score: 95 }), {}));
      return [kept];
    };
    const result = scored({}, { keptAway, candidates: [to('exposed', { score: 95 })] });
    expect(asked).toEqual([true, false]);
    expect(result.keptAway).toEqual([kept]);
    expect(result.noGain).toEqual({ payLess: [], moreExposed: ['exposed'] });
    for (const context of [{}, { keptAway: () => [] }]) {
      const none = scored({}, context);
      expect([none.keptAway, none.noGain]).toEqual([undefined, undefined]);
      expect(Object.keys(none)).not.toContain('keptAway');
    }
    const four = ['a', 'b', 'c', 'd'].map((slug) => to(slug, { score: 10 }));
    expect(scored({}, { candidates: four }).pivots.length).toBeGreaterThan(1);
  });

  it('asks what keeps paths away only where fewer than three are left', () => {
    const kept = { words: 'with more months of training', paths: 2, titles: ['a', 'b'] };
    const offered = (count: number): unknown[] => {
      const candidates = ['a', 'b', 'c', 'd']
        .slice(0, count)
        .map((slug) => to(slug, { score: 10, group: `${slug}1` }));
      const result = scored({}, { candidates, keptAway: () => [kept] });
      return [result.pivots.length, result.keptAway];
    };
    expect([offered(0), offered(2), offered(3)]).toEqual([
      [1, [kept]],
      [3, [kept]],
      [4, undefined],
    ]);
  });

  it('says under staying what keeps every path away, and how much of the week tools do little of', () => {
    const kept = { words: 'with more months of training', paths: 2, titles: ['a', 'b'] };
    const reasons = (candidates: ScoringContext['candidates']): string =>
      scored({ tasks: [] }, { candidates, keptAway: () => [kept] })
        .pivots.at(-1)
        ?.reasons.join(' ') ?? '';
    expect(reasons([])).toContain('two would with more months of training');
    expect(reasons([to('a', { score: 10 })])).not.toContain('with more months of training');
    // Architecture 26 % and research 18 % of the typical week.
    expect(reasons([])).toContain('44% of a typical week is already in tasks that tools can do little of.');
  });

  it('has the hours that were named, and pay at them where they are fewer than full time', () => {
    const candidates = [to('a', { score: 10, medianPay: 30_000 })];
    const told = (hoursPerWeek?: number): string =>
      scored(hoursPerWeek === undefined ? {} : { hoursPerWeek }, { candidates }).pivots[0]?.reasons.join(
        ' ',
      ) ?? '';
    expect(told(20)).toContain('Typical pay at 20 hours a week is £30,000');
    for (const hours of [undefined, 37.5, 48])
      expect(told(hours)).toContain('Typical full-time pay is £30,000');
    const { rows, weekHours, weekHoursGiven } = scored({ hoursPerWeek: 20 });
    expect([weekHours, weekHoursGiven]).toEqual([20, true]);
    for (const { share, hours } of rows) expect(hours).toBeCloseTo(20 * share, 10);
    const unnamed = scored();
    expect([unnamed.weekHours, unnamed.weekHoursGiven]).toEqual([37, false]);
    expect(unnamed.rows.every((row) => !('hours' in row))).toBe(true);
  });

  it('knows what somebody earns who said so', () => {
    const stay = (answers: Partial<Answers>): string =>
      scored({ constraints: { lowestPay: 30_000 }, ...answers })
        .pivots.at(-1)
        ?.reasons.join(' ') ?? '';
    expect(stay({ payBand: '20-25' })).toContain('What you earn there is below the £30,000 you need.');
    for (const answers of [{}, { payBand: '30-40' as const }])
      expect(stay(answers)).not.toContain('is below');
  });

  it('names in its words the answers that are counted, and no others', () => {
    const uses = (...ids: string[]): NonNullable<Answers['aiUse']> => ({
      subject: SLUG,
      tasks: Object.fromEntries(ids.map((id) => [id, 'parts'])),
    });
    const words = (answers: Partial<Answers>): string => scored(answers).levelWords;
    const both = words({ aiUse: uses('scripts'), demands: { presence: 'most' } });
    expect(both).toMatch(/\. Your answers about AI tools and what your work demands are counted too\.$/);
    expect(words({ aiUse: uses('scripts') })).toMatch(/\. Your answers about AI tools are counted too\.$/);
    expect(words({ demands: { presence: 'most' } })).toMatch(
      /\. Your answers about what your work demands are counted too\.$/,
    );
    expect(words({})).toMatch(/roughly how much of your week each takes\.$/);
  });

  it('is the same number where the number alone is worked out', () => {
    const answers = { ...ANSWERS, demands: { presence: 'most', trust: 'little' } } as const;
    expect(scoreAlone(answers, ENGINEER, CONTEXT.exposureOf)).toBeCloseTo(scored(answers).score, 10);
    expect(scoreAlone(answers, ENGINEER, CONTEXT.exposureOf)).toBeCloseTo(scored().score - 0.5, 10);
  });

  it('ranks every candidate, also those that are not among the three', () => {
    const candidates = ['a', 'b', 'c', 'd', 'e'].map((slug) => to(slug, { score: 10 }));
    const ranked = candidatesOf(ANSWERS, ENGINEER, { ...CONTEXT, candidates });
    expect(ranked.map(({ path }) => path.slug).sort()).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it('of a family of work names no job', () => {
    const family = { ...ENGINEER, family: { sd: 5, leastWidth: 20 } };
    const result = scored({}, {}, family);
    expect([result.slug, result.pivots.map(({ slug }) => slug)]).toEqual(['', ['']]);
    expect(scored().slug).toBe(SLUG);
  });

  it('reads ticks of tasks that usually take no time as nothing said', () => {
    const [first, ...others] = ENGINEER.tasks;
    if (!first) throw new Error('there is none');
    const subject = { ...ENGINEER, tasks: [{ ...first, share: 0 }, ...others] };
    const ticked: Answers = { occupationSlug: SLUG, tasksFor: SLUG, tasks: [{ taskId: first.id }] };
    expect(score(ticked, subject, CONTEXT).rows.map(({ stated }) => stated)).toEqual(
      subject.tasks.map(() => 0),
    );
  });
});

describe('a result with other paths', () => {
  it('has them in this order, and the strengths of these', () => {
    const path = (slug: string): Omit<RankedPath, 'rank'> =>
      ({ slug, have: ['Maths'] }) as unknown as Omit<RankedPath, 'rank'>;
    const result = scored({}, { skills: [law] });
    const changed = withPaths(result, [path('b'), path('a')]);
    expect(changed.pivots.map(({ slug, rank }) => [slug, rank])).toEqual([
      ['b', 1],
      ['a', 2],
    ]);
    expect(changed.strengths).toEqual([
      ...result.strengths.slice(0, -1),
      'Skills usual in your job that several of the paths ask for: maths.',
      ...result.strengths.slice(-1),
    ]);
    expect({ ...changed, pivots: result.pivots, strengths: result.strengths }).toEqual(result);
    const title = scored({ tasks: [] });
    expect(withPaths(title, title.pivots)).toEqual(title);
  });
});
