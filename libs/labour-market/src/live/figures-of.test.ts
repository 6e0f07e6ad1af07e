import fc from 'fast-check';
import { payHistogramOf, topCompaniesOf, trendOf } from './figures-of.js';

describe('the histogram', () => {
  it('keeps every vacancy, in rising steps that touch', () => {
    const table = fc.dictionary(fc.nat(200_000).map(String), fc.nat(9_999).map(String));
    fc.assert(
      fc.property(table, (histogram) => {
        const steps = payHistogramOf({ histogram });
        const total = (counts: number[]): number => counts.reduce((sum, count) => sum + count, 0);
        expect(total(steps.map(({ vacancies }) => vacancies))).toBe(
          total(Object.values(histogram).map(Number)),
        );
        steps.forEach(({ from, to }, index) => {
          expect(to).toBe(steps[index + 1]?.from ?? null);
          if (to !== null) expect(to).toBeGreaterThan(from);
        });
      }),
    );
  });
});

describe('the trend', () => {
  it('is the last twelve months, oldest first, without months that have no pay', () => {
    const month = Object.fromEntries(
      Array.from({ length: 14 }, (_, index) => {
        const number = index + 1;
        return [
          number <= 12 ? `2025-${String(number).padStart(2, '0')}` : `2026-0${number - 12}`,
          40_000 + index,
        ];
      }).reverse(),
    );
    const trend = trendOf({ month: { ...month, '2026-03': 0 } });
    expect(trend).toHaveLength(12);
    expect([trend[0], trend.at(-1)]).toEqual([
      { month: '2025-03', meanPay: 40_002 },
      { month: '2026-02', meanPay: 40_013 },
    ]);
  });
});

describe('the companies', () => {
  it('are at most five, each with a name, and pay of 0 is no pay', () => {
    const leaderboard = Array.from({ length: 8 }, (_, count) => ({
      count,
      canonical_name: count === 7 ? ' ' : `Company ${count}`,
      average_salary: 0,
    }));
    const companies = topCompaniesOf({ leaderboard });
    expect(companies.map(({ vacancies }) => vacancies)).toEqual([6, 5, 4, 3, 2]);
    expect(companies[0]).toEqual({ name: 'Company 6', vacancies: 6, meanPay: null });
  });
});
