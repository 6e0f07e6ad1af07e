import { PAY_BANDS } from '@app/assessment';
import { minimumWageOn, type ScaleOfGroup } from '@app/labour-market';
import { ownPay } from './own-pay.js';

const wage = minimumWageOn('2026-11-24', 'Wales');
const trade = { p25: 32_000, median: 38_000, p75: 45_000, basis: 'lorry drivers, Wales' };

describe('their own pay', () => {
  it('is said kindly to be under the law where the whole band is, with where to turn', () => {
    const { law, source } = ownPay(PAY_BANDS['25-30'], { hours: 48 }, trade, wage) ?? {};
    expect(law).toMatch(
      /^At 48 paid hours a week the law asks for £31,8\d\d a year \(£12\.71 an hour, from age 21\)/,
    );
    expect(law).toMatch(/Acas .* or HMRC/);
    expect(source).toContain('not yet checked');
  });

  it('is marked where the whole band is under the law, and tells a part-timer how many hours their floor takes', () => {
    expect(ownPay(PAY_BANDS['25-30'], { hours: 48 }, trade, wage)?.belowLaw).toBe(true);
    const part = ownPay(PAY_BANDS['under-20'], { hours: 16, lowestPay: 10_000 }, trade, wage);
    expect([part?.belowLaw, part?.hoursOfFloor]).toEqual([undefined, '15 hours 6 minutes']);
    expect(
      ownPay(PAY_BANDS['under-20'], { hours: 16, lowestPay: 15_000 }, trade, wage)?.hoursOfFloor,
    ).toBeUndefined();
  });

  it('is not said to be under the law where it is not', () => {
    expect(ownPay(PAY_BANDS['40-50'], { hours: 37.5 }, trade, wage)?.law).toBeUndefined();
    expect(ownPay(PAY_BANDS['under-20'], { hours: undefined }, trade, wage)?.law).toBeUndefined();
  });

  it.each([
    ['25-30', 'below the lowest quarter of your trade', true],
    ['30-40', 'about the middle of your trade', false],
    ['50-65', 'in the highest quarter of your trade', false],
  ] as const)('of %s is %s', (band, words, under) => {
    expect(ownPay(PAY_BANDS[band], { hours: 37.5 }, trade, wage)).toMatchObject({
      under,
      market: expect.stringContaining(words),
    });
  });

  it('is not called the middle where it begins above it, or where the band holds the whole trade', () => {
    expect(
      ownPay(PAY_BANDS['85-plus'], { hours: 40 }, { ...trade, median: 66_000, p75: 88_000 }, wage)?.market,
    ).toContain('above the middle of your trade (£66,000)');
    const part = { p25: 9000, median: 10_394, p75: 12_000, hours: 16, basis: 'receptionists' };
    expect(ownPay(PAY_BANDS['under-20'], { hours: 16 }, part, wage)).toMatchObject({
      unplaced: true,
      market: expect.stringContaining('cannot say where in it you stand'),
    });
  });

  it('of somebody who works for themselves is held against no quarter and no legal rate', () => {
    const own = ownPay(PAY_BANDS['25-30'], { hours: 48, selfEmployed: true }, trade, wage);
    expect(own).toMatchObject({ under: false, unplaced: true });
    expect([own?.law, own?.belowLaw]).toEqual([undefined, undefined]);
    expect(own?.market).toContain('Only what is left after your costs compares');
  });

  it('is held against the trade at their hours', () => {
    const part = { p25: 9000, median: 10_394, p75: 12_000, hours: 16, basis: 'receptionists' };
    expect(ownPay(PAY_BANDS['20-25'], { hours: 16 }, part, wage)?.market).toContain('at 16 hours');
  });

  it('tells of the last point of a grade who has more years than it takes and is paid under the middle, with a hedge', () => {
    const scale = {
      id: 'agenda-for-change',
      scale: { name: 'the NHS pay scale' },
      group: {
        people: 'nurses',
        topPoint: {
          grade: 'band 5',
          years: 4,
          pay: [
            {
              ...{ nation: 'Scotland', last: 42_978, nextGrade: 'band 6', next: 43_168 },
              ...{ from: '2026-04-01', until: '2027-03-31' },
            },
          ],
        },
      },
    } as unknown as ScaleOfGroup;
    const note = (years: number, band: 'under-20' | '85-plus' = 'under-20', more: object = {}) =>
      ownPay(PAY_BANDS[band], { hours: 37.5, scale, years, ...more }, trade, wage)?.scaleNote;
    expect(note(8)).toContain(
      'In band 5 the last point comes after four years as a rule (part-time years count, long breaks may not): with your 8',
    );
    for (const none of [note(4), note(8, '85-plus'), note(8, 'under-20', { betweenJobs: true })])
      expect(none).not.toContain('last point');
    // What it pays is said in its nation, in its year.
    const scotland = (day: string): string | undefined =>
      note(8, 'under-20', { nation: 'Scotland', day })?.replace(/^.*lower one\. ?/, '');
    expect(scotland('2026-11-24')).toBe(
      'In Scotland: £42,978 full time; band 6 from £43,168 (2026–27, not yet checked).',
    );
    expect([scotland('2027-04-01'), scotland('2026-03-31')]).toEqual(['', '']);
    expect(note(8, 'under-20', { nation: 'Wales', day: '2026-11-24' })).not.toContain('£42,978');
  });

  it('says of the middle of a profession to who has years in it that beginners are in it', () => {
    const at = (years: number, profession: boolean): string | undefined =>
      ownPay(PAY_BANDS['40-50'], { hours: 37.5, years, profession }, trade, wage)?.market;
    expect(at(11, true)).toContain('after 11 years a recruiter’s pay survey');
    for (const none of [at(3, true), at(11, false)]) expect(none).not.toContain('recruiter');
  });

  it('takes the rate of the day, and the body of the nation', () => {
    expect(minimumWageOn('2026-03-31', undefined).adult).toBe(12.21);
    expect(minimumWageOn('2026-04-01', 'Northern Ireland').turnTo).toContain('Labour Relations Agency');
  });
});
