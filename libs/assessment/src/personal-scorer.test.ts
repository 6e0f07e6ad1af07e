import { Catalogue, SECTORS, type SectorId } from '@app/occupations';
import { LabourMarket } from '@app/labour-market';
import type { Answers } from './answers/answers.js';
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

  it('offers the three paths of the report and staying, ranked, each with pay and its basis', () => {
    const { pivots } = scorer.score({ occupationSlug: SLUG, region: 'E12000007' });
    expect(pivots.map(({ rank }) => rank)).toEqual([1, 2, 3, 4]);
    expect(pivots.map(({ slug }) => slug).sort()).toEqual([
      'biomedical-engineer',
      'clinical-trials-manager',
      SLUG,
      'platform-engineer',
    ]);
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
