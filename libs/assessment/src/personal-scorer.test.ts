import { Catalogue, SECTORS, type SectorId } from '@app/occupations';
import { LabourMarket } from '@app/labour-market';
import type { Answers } from './answers/answers.js';
import { INTEREST_STATEMENT_IDS, type InterestAnswers } from './answers/interest-statements.js';
import type { SkillRating } from './answers/skill-ratings.js';
import { INTEREST_POINTS, pathPoints } from './paths/path-ranking.js';
import { PersonalScorer } from './personal-scorer.js';

const SLUG = 'machine-learning-engineer';

describe('PersonalScorer on the project’s own catalogue', () => {
  const catalogue = Catalogue.load();
  const scorer = new PersonalScorer(catalogue, new LabourMarket(catalogue));

  it('gives the reference score to who names only the title, and places it as the report does', () => {
    const result = scorer.score({ occupationSlug: SLUG });
    expect(Math.round(result.score)).toBe(35);
    expect(result.percentile).toBeCloseTo(catalogue.bySlug(SLUG)?.percentile ?? NaN, 2);
  });

  it('places every score on the one scale of the reports, also between two of them', () => {
    const units = [...catalogue.dataset.occupations.values()].filter(({ code }) => code.length === 4);
    const jobs = units.reduce((sum, { ukJobs }) => sum + ukJobs, 0);
    const below = (score: number): number =>
      (100 * units.reduce((sum, each) => sum + (each.score < score ? each.ukJobs : 0), 0)) / jobs;
    for (let score = 0; score <= 100; score += 0.5)
      expect(catalogue.percentileOf(score)).toBeCloseTo(below(score), 6);
    for (const { slug, percentile } of catalogue.all().filter(({ kind }) => kind === 'edited')) {
      const result = scorer.score({ occupationSlug: slug });
      expect([slug, result.percentile]).toEqual([slug, expect.closeTo(below(result.score), 6)]);
      expect([slug, catalogue.percentileOf(catalogue.bySlug(slug)?.score ?? -1)]).toEqual([slug, percentile]);
    }
  });

  it('tells the reviewer of the paths that it offered the person, whatever the months they have, and that they keep every limit', () => {
    const slugs = catalogue.all().flatMap(({ slug }, index) => (index % 60 === 0 ? [slug] : []));
    for (const occupationSlug of ['advanced-nurse-practitioner', ...slugs])
      for (const monthsToTrain of [0, 24]) {
        const answers: Answers = { occupationSlug, constraints: { monthsToTrain } };
        const offered = scorer.score(answers).pivots.filter(({ kind }) => kind === 'pivot');
        const taken = scorer.candidates(answers).filter(({ status }) => status === 'taken');
        expect([occupationSlug, taken.map(({ path }) => path.slug).sort()]).toEqual([
          occupationSlug,
          offered.map(({ slug }) => slug).sort(),
        ]);
        expect(taken.flatMap(({ limits }) => limits)).toEqual([]);
      }
  });

  it('offers three paths of the whole catalogue and staying, ranked, each with pay and its basis', () => {
    const { pivots } = scorer.score({ occupationSlug: SLUG });
    expect(pivots.map(({ rank }) => rank)).toEqual([1, 2, 3, 4]);
    expect(pivots.filter(({ kind }) => kind === 'stay and reshape')).toHaveLength(1);
    for (const path of pivots.filter(({ kind }) => kind === 'pivot')) {
      expect(path.medianPay).toBeGreaterThan(10_000);
      expect(path.payBasis).toMatch(/ASHE|Annual Survey/);
    }
  });

  it('lets the person’s limits decide between paths', () => {
    const ranked = (answers: Answers): string[] =>
      scorer.score({ occupationSlug: SLUG, ...answers }).pivots.map(({ slug }) => slug);
    const pay = scorer.score({ occupationSlug: SLUG }).pivots.map(({ medianPay }) => medianPay ?? 0);
    const lowestPay = Math.max(...pay);
    const strict = scorer.score({ occupationSlug: SLUG, constraints: { lowestPay } }).pivots;
    expect(strict.flatMap(({ reasons }) => reasons).join(' ')).toMatch(/below the £[\d,]+ you need/);
    expect(ranked({ constraints: { lowestPay } })).not.toEqual(ranked({}));
  });

  it('offers nobody the job they have under another name, and meets nothing whole while something is needed', () => {
    const occupationSlug = 'customer-service-adviser';
    const groups = (jobTitle?: string): string[] =>
      scorer
        .candidates({ occupationSlug, ...(jobTitle !== undefined && { jobTitle }) })
        .map(({ group }) => group);
    expect(groups()).toContain('7211');
    expect(groups('Complaints handler')).toContain('7211');
    for (const name of ['Call centre agent', 'Senior call centre agent (evenings)'])
      expect([name, groups(name)]).toEqual([name, groups().filter((group) => group !== '7211')]);
    const paths = scorer.candidates({ occupationSlug: 'bookkeeper' }).map(({ path }) => path);
    const whole = paths.filter(({ matchPercent }) => matchPercent === 100);
    expect(whole.flatMap(({ need }) => need)).toEqual([]);
  });

  describe('with own ratings of skills', () => {
    const questions = scorer.skillQuestionsFor({ occupationSlug: SLUG });
    const asked = 'questions' in questions ? questions.questions : [];
    const all = (rating: SkillRating, occupationSlug = SLUG): Answers => ({
      occupationSlug: SLUG,
      skills: { occupationSlug, ratings: Object.fromEntries(asked.map(({ id }) => [id, rating])) },
    });
    const matches = (answers: Answers): Record<string, number> =>
      Object.fromEntries(scorer.score(answers).pivots.map(({ slug, matchPercent }) => [slug, matchPercent]));

    it('matches the paths anew, half-way to the norm: a high rating never less, a low one never more', () => {
      const [low, usual, high] = [matches(all(1)), matches({ occupationSlug: SLUG }), matches(all(5))];
      for (const slug of Object.keys(usual)) {
        expect(high[slug]).toBeGreaterThanOrEqual(usual[slug] ?? 0);
        expect(low[slug]).toBeLessThanOrEqual(usual[slug] ?? 0);
      }
      expect(high).not.toEqual(low);
    });

    it('says both matches, keeps the ratings in the result, and leaves score and range alone', () => {
      const [plain, own] = [scorer.score({ occupationSlug: SLUG }), scorer.score(all(5))];
      expect(own.skills).toHaveLength(12);
      expect(own.skills?.[0]).toMatchObject({ rating: 5 });
      expect(plain.skills).toBeUndefined();
      expect([own.score, own.interval]).toEqual([plain.score, plain.interval]);
      const path = own.pivots.find(({ kind }) => kind === 'pivot');
      expect(path?.reasons.join(' ')).toContain('as you rated them');
      const usual = plain.pivots.find(({ slug }) => slug === path?.slug)?.matchPercent;
      if (usual !== undefined) expect(path?.usualMatchPercent).toBe(usual);
      expect(own.strengths.join(' ')).toContain('You rate yourself above what is usual');
    });

    it('does not count ratings given for another job', () => {
      expect(scorer.score(all(5, 'nurse'))).toEqual(scorer.score({ occupationSlug: SLUG }));
    });

    it('asks nothing, with a reason, of a family; every occupation has ratings, its own or its family’s', () => {
      const unrated = catalogue.all().filter(({ slug }) => catalogue.elements(slug).length === 0);
      expect(unrated).toEqual([]);
      expect(scorer.skillQuestionsFor({ familyId: 'education' })).toHaveProperty('notAsked');
    });
  });

  describe('with interests', () => {
    const likes = (themes: string): InterestAnswers =>
      Object.fromEntries(
        INTEREST_STATEMENT_IDS.map((id) => [id, themes.includes(id.charAt(0)) ? 'like' : 'dislike']),
      );

    it('gives each path a fit, says so, and lets it move the order but not match, score or range', () => {
      const plain = scorer.score({ occupationSlug: 'nurse' });
      const helper = scorer.score({ occupationSlug: 'nurse', interests: likes('SI') });
      expect(helper.interests?.fit).toBeGreaterThan(0.5);
      expect(helper.pivots.find(({ kind }) => kind !== 'pivot')?.reasons).toContain(
        'Your interests lie close to the work you do.',
      );
      expect(helper.pivots.every(({ interestFit }) => interestFit !== undefined)).toBe(true);
      expect([helper.score, helper.interval]).toEqual([plain.score, plain.interval]);
      for (const { slug, matchPercent } of helper.pivots) {
        const same = plain.pivots.find((path) => path.slug === slug);
        if (same) expect(matchPercent).toBe(same.matchPercent);
      }
    });

    it('puts a path that fits them higher than one that does not, all else equal', () => {
      const points = (interestFit: number): number =>
        pathPoints({ matchPercent: 70, plausible: 0.8, gap: 0, payGain: 0, growth: 0, interestFit });
      expect(points(1) - points(-1)).toBe(2 * INTEREST_POINTS);
    });

    it('works for a family of work', () => {
      expect(scorer.score({ familyId: 'education', interests: likes('SA') }).interests?.fit).toBeGreaterThan(
        0,
      );
    });
  });

  describe('over the whole catalogue, for one person', () => {
    const lorry: Answers = {
      occupationSlug: 'hgv-driver',
      region: 'W92000004',
      hoursPerWeek: 48,
      payBand: '25-30',
      constraints: { lowestPay: 26_000, monthsToTrain: 6 },
    };
    const slugs = (answers: Answers): string[] =>
      scorer
        .score(answers)
        .pivots.filter(({ kind }) => kind === 'pivot')
        .map(({ slug }) => slug);

    it('changes the paths with the limits, and keeps them', () => {
      const teacher: Answers = {
        occupationSlug: 'secondary-school-teacher',
        constraints: { lowestPay: 45_000 },
      };
      for (const { kind, medianPay = Infinity } of scorer.score(teacher).pivots)
        if (kind === 'pivot') expect(medianPay).toBeGreaterThanOrEqual(45_000);
      expect(slugs(teacher)).not.toEqual(slugs({ occupationSlug: 'secondary-school-teacher' }));
    });

    it('holds pay against the floor at the hours worked', () => {
      const part: Answers = {
        occupationSlug: 'receptionist',
        hoursPerWeek: 16,
        constraints: { lowestPay: 10_000 },
      };
      const [path] = scorer.score(part).pivots.filter(({ kind }) => kind === 'pivot');
      expect(path?.medianPay).toBeLessThan(20_000);
      expect(path?.reasons.join(' ')).toContain('at 16 hours a week');
    });

    it('leaves out what the person rejected, and fills the place', () => {
      const [first = ''] = slugs(lorry);
      const after = slugs({ ...lorry, rejectedPaths: [{ slug: first, why: 'not-for-me' }] });
      expect(after).not.toContain(first);
      expect(after).toHaveLength(3);
    });

    it('follows what the person described when no title was found', () => {
      const described = slugs({ familyId: 'transport', jobTitle: 'warehouse picker' });
      expect(described).not.toEqual(slugs({ familyId: 'transport' }));
    });
  });

  it('takes the week of a person without a title from what they do, and is never surer the less they say', () => {
    const familyId = 'health' as const;
    const tasks = [{ taskId: 'own-1', text: 'Moving people', activity: '4.A.3.a.2' }];
    const said = [
      { familyId },
      { familyId, tasks, tasksFor: familyId },
      {
        familyId,
        tasks,
        tasksFor: familyId,
        amounts: { kind: 'exact', occupationSlug: familyId, percents: { 'own-1': 100 } },
      },
    ] as const;
    const [alone, ticked, exact] = said.map((answers) => scorer.score(answers));
    expect([alone?.level, ticked?.level, exact?.level]).toEqual(['title unknown', 'ticks', 'exact']);
    const own = exact?.rows.find(({ own: theirs }) => theirs);
    expect([own?.share, exact?.slug]).toEqual([1, '']);
    const width = (result = alone): number => (result?.interval.high ?? 0) - (result?.interval.low ?? 0);
    expect(width(ticked)).toBeLessThanOrEqual(width(alone) + 1e-9);
    expect(width(exact)).toBeLessThanOrEqual(width(ticked) + 1e-9);
    // Moving people all day would score below 0: the last bar says where the scale ends.
    expect(exact?.waterfall.at(-1)?.label).toBe('The scale ends at 0');
    const points = exact?.waterfall.reduce((sum, step) => sum + step.points, 0);
    expect(points).toBeCloseTo((exact?.score ?? 0) - (exact?.occupationScore ?? 0), 8);
  });

  it.each(Object.keys(SECTORS) as SectorId[])('is useful without a title: %s', (familyId) => {
    const result = scorer.score({ familyId });
    expect(result.level).toBe('title unknown');
    expect(result.pivots.length).toBeGreaterThan(1);
    expect(result.window.words).not.toBe('');
    const widest = catalogue
      .all()
      .filter(({ sector, kind }) => sector === familyId && kind === 'data')
      .slice(0, 2)
      .map(({ slug }) => scorer.score({ occupationSlug: slug }).interval)
      .map(({ low, high }) => high - low);
    expect(result.interval.high - result.interval.low).toBeGreaterThanOrEqual(Math.max(...widest));
  });
});
