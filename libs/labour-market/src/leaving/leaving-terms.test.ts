import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { Catalogue } from '@app/occupations';
import { LabourMarket } from '../labour-market.js';
import { PAGE } from '../routes/route.js';
import { NATIONS } from '../routes/nation.js';
import { allLeavingTerms, LEAVING_FILE, type Leaver, leavingTerms } from './leaving-terms.js';

const said = (leaver: Partial<Leaver>): string =>
  leavingTerms({ working: 'employed', nation: undefined, scale: undefined, years: undefined, ...leaver })
    .map(({ words, page }) => `${words} ${page}`)
    .join('\n');

describe('what somebody should know before they give up a job', () => {
  it('is notice and pension for an employee, with the dates of teachers and the scheme of their nation', () => {
    expect(said({})).toMatch(/Pension: what is in your workplace pot[^]*Notice: a week once/);
    expect(said({ scale: 'teachers', nation: 'England' })).toMatch(
      /31 October[^]*Teachers’ Pension Scheme[^]*www\.teacherspensions/,
    );
    expect(said({ scale: 'teachers', nation: 'Scotland' })).toMatch(/pensions\.gov\.scot[^]*a week once/);
    expect(said({ scale: 'agenda-for-change' })).not.toContain('NHS');
  });

  it('is another thing for who works for themselves, and for who has no work', () => {
    expect(said({ working: 'self-employed' })).toMatch(/^The figures above are of employees/);
    expect(said({ working: 'self-employed' })).not.toContain('employer’s part');
    expect(said({ working: 'self-employed' })).toMatch(
      /quarter; from April 2027 above £30,000[^]*£40 to £100/,
    );
    expect(said({ working: 'between jobs' })).toMatch(
      /^Universal Credit: claim[^]*Money meanwhile: New Style/,
    );
  });

  it('names the free pension talk where the years in the work make somebody about 50', () => {
    expect(said({ years: 40 })).toContain('Pension Wise');
    expect(said({ years: 20 })).not.toContain('Pension Wise');
    // Who is near the end of a working life may take less of it before leaving it.
    expect(said({ years: 40 })).toMatch(/fewer hours[^]*Pension Wise/);
    expect(said({ years: 20 })).not.toContain('fewer hours');
  });

  it('is the pension of where their title says they work, and no pot in a GP practice', () => {
    const in_ = (title: string): string => said({ title, nation: 'England' });
    expect(in_('GP receptionist')).toMatch(/GP practice are as a rule in the NHS Pension Scheme/);
    expect(in_('GP receptionist')).not.toContain('workplace pot');
    expect(in_('School receptionist')).toContain('Local Government Pension Scheme');
    for (const title of ['Hotel receptionist', 'Dental surgery receptionist', 'Veterinary practice nurse'])
      expect([title, in_(title)]).toEqual([title, expect.stringContaining('workplace pot')]);
  });

  it('says what is so for nurses in Scotland, to them alone', () => {
    const nurse = { scale: 'agenda-for-change', scaleIsUsual: true, group: '2237' };
    expect(said({ ...nurse, nation: 'Scotland' })).toMatch(/36 hours since 1 April 2026[^]*revalidation/);
    expect(said({ ...nurse, nation: 'England' })).not.toContain('36 hours');
    expect(said({ ...nurse, scaleIsUsual: false, nation: 'Scotland' })).not.toContain('36 hours');
  });

  it('names the 48 hours to who works them, drivers apart, and benefits to who may have some', () => {
    expect(said({ hoursPerWeek: 48 })).toContain('opt-out');
    expect(said({ hoursPerWeek: 48, group: '8211' }) + said({ hoursPerWeek: 40 })).not.toContain('opt-out');
    expect(said({ mayHaveBenefits: true })).toMatch(/Universal Credit[^]*paid back if you leave soon/);
    expect(said({})).not.toContain('Universal Credit');
  });

  it('tells who may be paid in shares to read their plan, and nobody on a national scale', () => {
    expect(said({ mayHoldShares: true })).toContain('If you hold shares or options');
    expect(said({ mayHoldShares: true, scale: 'nhs-doctors', nation: 'England' })).not.toContain('shares or');
    expect(said({})).not.toContain('shares or');
    expect(said({ mayHoldShares: true, group: '2412' })).not.toContain('shares or');
  });

  it('names scales and nations that there are, pages that can be typed, and each term once', () => {
    const { notice, schemes } = parse(readFileSync(LEAVING_FILE, 'utf8')) as Record<
      'notice' | 'schemes',
      Record<string, { nations: string[] }[]>
    >;
    const scales = new Set(
      [...new LabourMarket(Catalogue.load()).allPayScales().values()].map(({ id }) => id),
    );
    for (const [scale, all] of [...Object.entries(notice), ...Object.entries(schemes)]) {
      expect([scale, scales.has(scale)]).toEqual([scale, true]);
      const named = all.flatMap(({ nations }) => nations);
      expect([scale, named.filter((one) => !NATIONS.includes(one as never))]).toEqual([scale, []]);
      expect([scale, new Set(named).size]).toEqual([scale, named.length]);
    }
    const terms = allLeavingTerms();
    expect(terms.filter(({ page, words }) => !PAGE.test(page) || !words.endsWith('.'))).toEqual([]);
    expect(new Set(terms.map(({ id }) => id)).size).toBe(terms.length);
  });
});
