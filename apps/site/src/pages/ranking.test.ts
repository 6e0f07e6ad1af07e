import fc from 'fast-check';
import type { OccupationSummary } from '@app/occupations';
import { runs } from '@app/testing';
import { rank, SORTS } from './ranking.js';

const occupation = (title: string, score: number): OccupationSummary =>
  ({ title, score }) as OccupationSummary;
const none = (): number => 0;

describe('a ranking', () => {
  it('lets equal shown scores share a place and leaves the next one out', () => {
    const rows = rank(
      [occupation('C', 50.4), occupation('B', 60), occupation('A', 49.6), occupation('D', 10)],
      none,
      'score',
      '',
    ).rows;
    expect(rows.map(({ rank: place, occupation: { title } }) => [place, title])).toEqual([
      [1, 'B'],
      [2, 'A'],
      [2, 'C'],
      [4, 'D'],
    ]);
  });

  it('ranks by UK jobs', () => {
    const jobs: Record<string, number> = { A: 500, B: 90_000, C: 20_000 };
    const rows = rank(
      Object.keys(jobs).map((title) => occupation(title, 1)),
      ({ title }) => jobs[title] ?? 0,
      'jobs',
      '1',
    ).rows;
    expect(rows.map(({ occupation: { title } }) => title)).toEqual(['B', 'C', 'A']);
  });

  it.each(['', '0', '-3', 'x', '1e9', '99999', '3.5'])('gives a page that exists for “%s”', (page) => {
    const many = Array.from({ length: 120 }, (_, index) => occupation(`T${index}`, index));
    const { page: shown, pages, rows } = rank(many, none, 'score', page);
    expect(pages).toBe(3);
    expect(shown).toBeGreaterThanOrEqual(1);
    expect(rows.length).toBeGreaterThan(0);
  });

  it('shows everything exactly once over its pages, in any order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { maxLength: 180 }),
        fc.constantFrom(...SORTS),
        (scores, sort) => {
          const all = scores.map((score, index) => occupation(`T${index}`, score));
          const { pages } = rank(all, none, sort, '1');
          const seen = Array.from(
            { length: pages },
            (_, index) => rank(all, none, sort, String(index + 1)).rows,
          ).flat();
          expect(new Set(seen.map(({ occupation: { title } }) => title)).size).toBe(all.length);
          expect(seen).toHaveLength(all.length);
        },
      ),
      { numRuns: runs(30) },
    );
  });
});
