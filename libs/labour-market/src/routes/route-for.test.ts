import { Catalogue } from '@app/occupations';
import { LabourMarket } from '../labour-market.js';
import type { Entrant } from './entrant.js';
import { inNation } from './nation.js';
import type { Route } from './route.js';

const market = new LabourMarket(Catalogue.load());
const into = (code: string, entrant: Partial<Entrant> = {}): Route => {
  const route = market.routeFor([{ code, weight: 1 }], '', { title: '', outOfWork: false, ...entrant });
  if (!route) throw new Error(`no route into ${code}`);
  return route;
};
const ways = (route: Route): string => route.funded.map(({ way }) => way).join('; ');

describe('a way in as one person can go it', () => {
  it('begins at the register that they hold', () => {
    const nurse = into('2232', { ownGroup: '2237' });
    expect([nurse.months, nurse.apprenticeships]).toEqual([{ from: 0, to: 3 }, []]);
    expect(ways(nurse)).not.toMatch(/student|bursary/i);
    expect(into('2232', { ownGroup: '4216' }).months.from).toBeGreaterThan(24);
  });

  it('that is of one part of a group asks for no paper of another', () => {
    const papers = (route: Route): string => route.registers.map(({ what }) => what).join('; ');
    expect(papers(into('2259', { ownGroup: '2237' }))).not.toContain('dietitians');
    expect(papers(into('2259', { ownGroup: '2237' }))).toContain('PVG');
    expect(papers(into('2259', { ownGroup: '6131' }))).toContain('dietitians');
  });

  it('is tried where they work, by group or by their own words', () => {
    for (const from of [{ ownGroup: '9252' }, { title: 'I pick and pack in a warehouse' }])
      expect(into('8222', from).tests[0]).toMatch(/^Ask your shift manager/);
    expect(into('4211', { ownGroup: '4216', title: 'GP receptionist' }).tests[0]).toMatch(/practice manager/);
    expect(into('4211', { ownGroup: '4216', title: 'Hotel receptionist' }).tests[0]).toMatch(/^Type/);
  });

  it('offers no apprenticeship in the job they have, nor one that their hours and months cannot hold', () => {
    expect(into('8222').apprenticeships).toContain('ST0259');
    expect(into('8222', { title: 'I work in a warehouse' }).apprenticeships).not.toContain('ST0259');
    const short = into('4215', { hoursPerWeek: 16, monthsToTrain: 6 });
    expect([short.apprenticeships, /\(level \d/.test(ways(short))]).toEqual([[], false]);
    expect(into('4215', { hoursPerWeek: 37, monthsToTrain: 6 }).apprenticeships).not.toEqual([]);
  });

  it('names money for those without work to them alone, and what is so in a region only there', () => {
    expect(ways(into('8222', { region: 'E12000004' }))).not.toContain('Flexible Support Fund');
    expect(ways(into('4124', { region: 'E12000002', outOfWork: true }))).toMatch(/^Jobcentre work coach/);
    const here = (region: string): (string | undefined)[] =>
      into('8222', { region }).funded.flatMap(({ way, here }) => (way.includes('Bootcamp') ? [here] : []));
    expect([here('E12000002'), here('E12000004')]).toEqual([['none in Greater Manchester'], [undefined]]);
  });

  it('leaves out the sentences of other nations, but never all', () => {
    const text = 'A degree. England lets a college train you; Scotland asks for a register.';
    expect(inNation(text, 'Scotland')).toBe('A degree. Scotland asks for a register.');
    expect(inNation(text, 'Wales')).toBe('A degree.');
    expect(inNation('Wales has none.', 'Scotland')).toBe('Wales has none.');
  });
});
