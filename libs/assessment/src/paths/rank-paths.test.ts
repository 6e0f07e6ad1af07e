import { clashesOf, workTraits } from './clashes.js';
import { type PathCandidate, type PersonProfile, rankPaths } from './rank-paths.js';

const person: PersonProfile = {
  slug: 'adviser',
  title: 'Adviser',
  score: 75,
  interval: { low: 65, high: 84 },
  levers: [],
  lowShare: 0.1,
  weekWords: 'your week',
  constraints: {},
};
const to = (
  slug: string,
  about: Partial<PathCandidate> & { match?: number; score?: number } = {},
): PathCandidate => ({
  pivot: {
    slug,
    title: slug,
    matchPercent: about.match ?? 80,
    relation: 'cross-domain',
    direction: 'less exposed',
    score: about.score ?? 20,
    interval: { low: (about.score ?? 20) - 8, high: (about.score ?? 20) + 8 },
    have: [],
    need: [],
  },
  interval: { low: (about.score ?? 20) - 8, high: (about.score ?? 20) + 8 },
  zonesUp: 0,
  ...about,
});
const order = (candidates: PathCandidate[], profile: Partial<PersonProfile> = {}): string[] =>
  rankPaths(candidates, { ...person, ...profile }).map(({ kind, slug }) =>
    kind === 'pivot' ? slug : 'stay',
  );

describe('the ranking of paths', () => {
  it('recommends a move that is clearly less exposed, and staying when none is', () => {
    expect(order([to('carer')])).toEqual(['carer', 'stay']);
    expect(order([to('clerk', { score: 70, match: 98 })])).toEqual(['stay', 'clerk']);
  });

  it('never puts a path far below the pay somebody needs before staying in a job that pays it', () => {
    const profile = {
      constraints: { lowestPay: 38_000 },
      medianPay: 26_000,
      ownPay: { from: 40_000, to: 50_000 },
    };
    expect(order([to('assistant', { medianPay: 20_000, match: 99 })], profile)).toEqual([
      'stay',
      'assistant',
    ]);
  });

  it('puts a path that takes longer to prepare for than somebody has behind one that does not', () => {
    const limits = { constraints: { monthsToTrain: 12 } };
    const dear = to('therapist', { match: 85, routeMonths: 36 });
    expect(order([dear, to('carer')])[0]).toBe('therapist');
    expect(order([dear, to('carer')], limits)[0]).toBe('carer');
    expect(rankPaths([dear], { ...person, ...limits })[0]?.reasons.join(' ')).toMatch(
      /36 months or more: longer than the 12 months you named/,
    );
  });

  it('puts a path with what the person asked to avoid behind one without, and says why', () => {
    const paths = rankPaths(
      [to('carer', { match: 98, clashes: ['client-facing', 'remote'] }), to('checker', { score: 45 })],
      person,
    );
    expect(paths[0]?.slug).toBe('checker');
    expect(paths.find(({ slug }) => slug === 'carer')?.reasons.join(' ')).toContain(
      'You asked to avoid facing customers',
    );
  });

  it('counts against staying what the person wants to get away from', () => {
    expect(order([to('checker', { score: 70, match: 90 })], { clashes: ['client-facing'] })).toEqual([
      'checker',
      'stay',
    ]);
  });
});

describe('what people wish to avoid', () => {
  const carer = workTraits(
    [
      { id: '4.A.4.a.5', share: 0.5 },
      { id: '4.A.3.a.1', share: 0.12 },
    ],
    [4.2, 1, 1, 6.3, 1, 1],
  );
  const statistician = workTraits([{ id: '4.A.2.a.4', share: 1 }], [2, 6, 3, 2, 2, 6]);
  it('is found in the tasks and interests of the work, and only when it was named', () => {
    expect(
      clashesOf(carer, { avoid: ['client-facing', 'exams', 'managing-people'], travel: 'remote' }),
    ).toEqual(['client-facing', 'remote']);
    expect(clashesOf(statistician, { avoid: ['client-facing', 'physical-work'], travel: 'remote' })).toEqual(
      [],
    );
    expect(clashesOf(carer, {})).toEqual([]);
  });
});
