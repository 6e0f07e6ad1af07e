import type { OccupationSummary } from '@app/occupations';
import { bySector, rankingHeading, sectorHeading } from './occupations-by-sector.js';

const occupation = (sector: string, score: number, code: string): OccupationSummary =>
  ({ sector, sectorName: sector, score, code }) as OccupationSummary;

describe('occupations by sector', () => {
  it('takes the person in the middle, not the occupation in the middle', () => {
    const [sector] = bySector(
      [occupation('Sales', 20, 'a'), occupation('Sales', 40, 'b'), occupation('Sales', 60, 'c')],
      ({ code }) => ({ a: 10, b: 10, c: 100 })[code] ?? 0,
    );
    expect(sector).toMatchObject({ count: 3, median: 60, half: { low: 60, high: 60 } });
  });

  it('counts the jobs of a code once, however many roles share it', () => {
    const [sector] = bySector(
      [occupation('Sales', 20, 'a'), occupation('Sales', 30, 'a'), occupation('Sales', 60, 'b')],
      ({ code }) => ({ a: 40, b: 50 })[code] ?? 0,
    );
    expect(sector?.median).toBe(60);
  });

  it('puts the most exposed first and says so', () => {
    const sectors = bySector([occupation('Law', 60, 'a'), occupation('Farming', 20, 'b')], () => 1);
    expect(sectors.map(({ name }) => name)).toEqual(['Law', 'Farming']);
    expect(sectorHeading(sectors)).toBe('Work in law is the most exposed, work in farming the least');
    expect(sectorHeading([])).toBe('All sectors, side by side');
  });

  it.each([
    [[59.4, 59.5, 80], 'Law', 'In law, 2 of 3 occupations have high exposure to AI'],
    [[70, 10], '', 'In the UK, 1 of 2 occupations has high exposure to AI'],
    [[10, 20], 'Law', 'In law, none of 2 occupations has high exposure to AI'],
    [[70], 'Law', 'In law, the one occupation has high exposure to AI'],
    [[20], 'Law', 'In law, the one occupation has no high exposure to AI'],
  ])('heads a ranking of %j in "%s"', (scores, sector, heading) =>
    expect(rankingHeading(scores, sector)).toBe(heading),
  );
});
