import type { PathCandidate, PersonProfile } from './path-candidate.js';
import { rankCandidates, rankPaths } from './rank-paths.js';
import { person, to } from './ranking.builder.js';

const order = (candidates: PathCandidate[], profile: Partial<PersonProfile> = {}): string[] =>
  rankPaths(candidates, { ...person, ...profile }).map(({ kind, slug }) =>
    kind === 'pivot' ? slug : 'stay',
  );
const reasons = (candidates: PathCandidate[], profile: Partial<PersonProfile> = {}): string =>
  rankPaths(candidates, { ...person, ...profile })
    .flatMap((path) => path.reasons)
    .join(' ');

describe('the ranking of paths', () => {
  it('tells months that are worked and paid from those before the first pay', () => {
    expect(reasons([to('lead', { paidMonths: 24 })])).toContain('takes about 24 months, in paid work');
    expect(reasons([to('lead', { paidMonths: 24 })])).not.toContain('before the first pay');
    expect(reasons([to('lead', { months: { from: 3, to: 3 } })])).toContain('3 months of preparation before');
  });

  it('recommends a move that is clearly less exposed, and staying when none is', () => {
    expect(order([to('carer')])).toEqual(['carer', 'stay']);
    expect(order([to('clerk', { score: 70, match: 98 })])).toEqual(['stay', 'clerk']);
    expect(reasons([to('clerk', { score: 70 })])).toContain('None of the moves within your limits');
  });

  it('puts a move first for who is between jobs: there is nothing to stay in', () => {
    const clerk = to('clerk', { score: 70, match: 98 });
    expect(order([clerk], { betweenJobs: true })).toEqual(['clerk', 'stay']);
    expect(reasons([clerk], { betweenJobs: true })).not.toContain('You keep your job');
    expect(reasons([clerk])).toContain('You keep your job');
  });

  it('puts what is near before what is far for who is between jobs, whatever it pays', () => {
    const both = [
      to('far', { match: 54, plausible: 1 }),
      to('near', { match: 95, plausible: 0.3, score: 70 }),
    ];
    expect(order(both, { betweenJobs: true })).toEqual(['near', 'far', 'stay']);
    expect(order(both)[0]).toBe('far');
  });

  it('names as plan B for who stays no work more exposed than theirs while another is not', () => {
    const both = [to('higher', { score: 53, match: 90 }), to('lower', { score: 33, match: 60 })];
    const mild = { score: 42, interval: { low: 31, high: 52 } };
    expect(order(both, mild)).toEqual(['stay', 'lower', 'higher']);
  });

  it('weighs how plausible a move is above how well the skills match', () => {
    expect(
      order([to('odd', { match: 95, plausible: 0.35 }), to('usual', { match: 70, plausible: 1 })])[0],
    ).toBe('usual');
  });

  it('does not send somebody away from work of low exposure, nor for pay they did not tell', () => {
    const calm = { score: 20, interval: { low: 12, high: 28 } };
    const dear = to('manager', { score: 22, medianPay: 60_000 });
    expect(order([dear], { ...calm, medianPay: 40_000 })).toEqual(['stay', 'manager']);
    expect(order([dear], { ...calm, medianPay: 40_000, ownPay: { from: 30_000, to: 40_000 } })).toEqual([
      'manager',
      'stay',
    ]);
  });

  it('sends nobody away for pay alone where little carries over, or where many more apply than are taken', () => {
    const paid = {
      ownPay: { from: 25_000, to: 30_000 },
      medianPay: 27_000,
      score: 40,
      interval: { low: 30, high: 50 },
    };
    const other = { score: 40, medianPay: 36_000 };
    expect(order([to('fitter', { ...other, match: 60 })], paid)).toEqual(['fitter', 'stay']);
    expect(order([to('manager', { ...other, match: 40 })], paid)).toEqual(['stay', 'manager']);
    expect(order([to('train driver', { ...other, manyApply: true })], paid)).toEqual([
      'stay',
      'train driver',
    ]);
    expect(reasons([to('train driver', { ...other, manyApply: true })], paid)).toContain(
      'Against it: many more apply',
    );
    // Of low exposure work is kept for less than a third more.
    expect(
      order([to('fitter', { ...other, score: 20 })], { ...paid, score: 20, interval: { low: 12, high: 28 } }),
    ).toEqual(['fitter', 'stay']);
    expect(
      order([to('fitter', { score: 20, medianPay: 33_000 })], {
        ...paid,
        score: 20,
        interval: { low: 12, high: 28 },
      }),
    ).toEqual(['stay', 'fitter']);
  });

  it('does not take better pay than an underpaid person has for better pay than their trade has', () => {
    const underpaid = {
      score: 30,
      interval: { low: 20, high: 40 },
      medianPay: 38_000,
      ownPay: { from: 25_000, to: 30_000 },
    };
    expect(order([to('other', { score: 30, medianPay: 37_000 })], underpaid)[0]).toBe('stay');
  });

  it('recommends a path that pays the floor when the work now does not', () => {
    const profile = {
      score: 30,
      interval: { low: 20, high: 40 },
      constraints: { lowestPay: 38_000 },
      ownPay: { from: 25_000, to: 30_000 },
    };
    expect(order([to('fitter', { score: 30, medianPay: 40_000 })], profile)).toEqual(['fitter', 'stay']);
    expect(reasons([to('fitter', { score: 30, medianPay: 40_000 })], profile)).toContain(
      'It can pay the £38,000 you need',
    );
  });

  it('keeps a more exposed path out, unless it pays clearly more and says so', () => {
    const profile = { score: 30, interval: { low: 20, high: 40 }, medianPay: 30_000 };
    expect(order([to('agent', { score: 80, medianPay: 31_000 })], profile)).toEqual(['stay']);
    const nearer = to('agent', { score: 54, medianPay: 45_000 });
    expect(order([nearer], profile)).toEqual(['stay', 'agent']);
    expect(reasons([nearer], profile)).toContain('it is here because it pays more');
    // Hairdressing for sales: no pay is worth so much more exposure to who asks about AI.
    expect(order([to('agent', { score: 80, medianPay: 90_000 })], profile)).toEqual(['stay']);
  });

  describe('a path that pays less than somebody earns', () => {
    const calm = { score: 30, interval: { low: 20, high: 40 }, ownPay: { from: 40_000, to: 50_000 } };
    const poor = to('clerk', { score: 30, medianPay: 30_000 });

    it('is not offered when nothing else speaks for it, and it is said that no clearly better move was found', () => {
      expect(order([poor], calm)).toEqual(['stay']);
      expect(reasons([poor], calm)).toContain(
        'No clearly better move was found: of those that keep your limits, one pays less than you earn now and is not clearly less exposed.',
      );
      expect(rankCandidates([poor], { ...person, ...calm })[0]?.status).toBe('pays less');
    });

    it.each([
      ['it is clearly less exposed', { ...poor, ...to('clerk', { score: 5, medianPay: 30_000 }) }, {}],
      ['it is without what they asked to avoid', poor, { clashes: ['client-facing'] as const }],
      [
        'it lies close to their interests and their own work does not',
        { ...poor, interests: [0, 0, 0, 90, 0, 0] },
        { interests: { person: [0, 0, 0, 90, 0, 0], occupation: [90, 0, 0, 0, 0, 0], fit: -0.2 } },
      ],
      ['they have no work now', poor, { betweenJobs: true }],
      ['they did not say what they earn', poor, { ownPay: undefined }],
    ])('is offered where %s', (_name, path, more) => {
      expect(order([path], { ...calm, ...more })).toContain('clerk');
    });
  });

  it('offers three at most, and says when fewer keep all limits', () => {
    expect(order(['a', 'b', 'c', 'd'].map((slug) => to(slug)))).toHaveLength(4);
    expect(reasons([to('a')])).toContain('Only one move keeps all your limits');
    expect(reasons([])).toContain('No move we know of keeps all your limits');
    expect(
      reasons([], {
        keptAway: [
          { words: 'with longer travel', paths: 4, titles: [] },
          { words: 'with more months', paths: 1, titles: [] },
        ],
      }),
    ).toContain('all your limits; four would with longer travel, one with more months.');
  });

  it('takes a third of one kind only where no other kind is left', () => {
    const kind = ['3111', '3112', '3113'].map((group, index) => to(group, { group, match: 90 - index }));
    expect(order(kind)).toEqual(['3111', '3112', '3113', 'stay']);
    expect(order([...kind, to('other', { match: 40 })])).toEqual(['3111', '3112', 'other', 'stay']);
  });

  it('counts against staying what the person wants to get away from', () => {
    expect(order([to('checker', { score: 70, match: 90 })], { clashes: ['client-facing'] })).toEqual([
      'checker',
      'stay',
    ]);
  });

  it('says first why people make the move, with pay at the hours of the person', () => {
    const pivot = { ...to('driver').pivot, why: 'the licence is held already' };
    const [path] = rankPaths([to('driver', { pivot, medianPay: 10_394 })], { ...person, partTimeHours: 16 });
    expect(path?.reasons[0]).toBe('People make this move: the licence is held already.');
    expect(path?.reasons.join(' ')).toContain('Typical pay at 16 hours a week is £10,394');
  });
});

describe('the list a reviewer chooses from', () => {
  it('has every candidate in the order of the ranking, says why each is none of the three, and ends with what breaks a limit', () => {
    const candidates = [
      to('nurse', { breaks: ['It takes 36 months.'], match: 99 }),
      to('clerk', { score: 90, match: 98 }),
      to('last', { match: 60 }),
      to('first', { group: '3111', match: 99 }),
      to('second', { group: '3112', match: 98 }),
      to('of their kind', { group: '3113', match: 97 }),
      to('third', { group: '2111', match: 70 }),
    ];
    const ranked = rankCandidates(candidates, person);
    expect(ranked.map(({ path, status }) => [path.slug, status])).toEqual([
      ['first', 'taken'],
      ['second', 'taken'],
      ['of their kind', 'alike'],
      ['third', 'taken'],
      ['last', 'lower'],
      ['nurse', 'beyond limits'],
      ['clerk', 'more exposed'],
    ]);
    const nurse = ranked.find(({ path }) => path.slug === 'nurse');
    expect([nurse?.limits, nurse?.path.reasons[0]]).toEqual([
      ['It takes 36 months.'],
      'Past your limits: It takes 36 months.',
    ]);
    // What is taken is what the ranking takes, and only that pays for more exposure that pays.
    const taken = ranked.filter(({ status }) => status === 'taken').map(({ path }) => path.slug);
    expect(order(candidates.filter(({ breaks }) => !breaks)).filter((slug) => slug !== 'stay')).toEqual(
      taken,
    );
    expect(ranked.find(({ path }) => path.slug === 'clerk')?.path.reasons.join(' ')).not.toContain(
      'it pays more',
    );
  });
});
