import { Test } from '@nestjs/testing';
import fc from 'fast-check';
import { loadDataset, type Dataset } from '@app/occupations';
import { runs } from '@app/testing';
import { employerName } from './employer-name.js';
import { LabourMarket } from './labour-market.js';
import { LabourMarketModule } from './labour-market.module.js';
import { PAY_POINTS } from './pay-bands.js';
import { payFor } from './pay-for.js';
import { employersFor } from './employers-for.js';
import { jobsFor } from './jobs-for.js';

const dataset = loadDataset();
const only = (code: string) => [{ code, weight: 1 }];

describe('pay', () => {
  it('is the published figure of the unit group where there is one', () => {
    const published = dataset.pay.get('2237');
    expect(payFor(dataset, only('2237'))).toMatchObject({
      median: published?.median,
      code: '2237',
      level: 'unit group',
      region: null,
      notes: [],
    });
  });

  it('takes the heaviest unit group', () => {
    expect(
      payFor(dataset, [
        { code: '2133', weight: 0.2 },
        { code: '2134', weight: 0.8 },
      ])?.code,
    ).toBe('2134');
  });

  it('says what stands in for a figure that ONS suppressed', () => {
    const pay = payFor(dataset, only('2134'));
    const gap = [...dataset.pay.values()].find(
      ({ median, p90 }) => median !== undefined && p90 === undefined,
    );
    expect(pay).not.toBeNull();
    const partial = payFor(dataset, only(gap?.code ?? ''));
    expect(partial?.notes.join(' ')).toMatch(/highest tenth is not published/);
    expect(partial?.notes).toContain(partial?.pointNotes.p90);
    expect(partial?.pointNotes.median).toBeUndefined();
  });

  it('goes up a level, and says so, when the unit group has no median anywhere', () => {
    const bare: Dataset = { ...dataset, pay: new Map(), pay2024: new Map() };
    expect(payFor(bare, only('2134'))).toMatchObject({ level: 'major group', code: '2', name: null });
    expect(payFor(bare, only('2134'))?.notes[0]).toMatch(/major group it belongs to/);
  });

  it('adjusts to a region by code or name, and says when it cannot', () => {
    const uk = payFor(dataset, only('2134'))?.median ?? 0;
    const ratio = dataset.regions.find(({ name }) => name === 'London')?.ratios['2'] ?? 0;
    expect(payFor(dataset, only('2134'), 'london')?.median).toBe(Math.round(uk * ratio));
    expect(payFor(dataset, only('2134'), 'E12000007')?.region?.name).toBe('London');
    expect(payFor(dataset, only('2134'), 'Atlantis')).toMatchObject({ median: uk, region: null });
    expect(payFor(dataset, only('2134'), 'Atlantis')?.notes.join(' ')).toMatch(/whole UK/);
  });

  it('has an answer for every unit group, in rising order, never 0', () => {
    for (const code of dataset.unitGroups.keys()) {
      const pay = payFor(dataset, only(code));
      const known = PAY_POINTS.flatMap((point) => (typeof pay?.[point] === 'number' ? [pay[point]] : []));
      expect(known.length).toBeGreaterThan(0);
      expect([...known].sort((a, b) => a - b)).toEqual(known);
      expect(Math.min(...known)).toBeGreaterThan(5000);
    }
  });

  it('has none without a UK code', () => {
    expect(payFor(dataset, [])).toBeNull();
  });
});

describe('employers', () => {
  it('stand in an industry that employs the role, with basis, date and size', () => {
    const employers = employersFor(dataset, only('2237'), 6);
    expect(employers).toHaveLength(6);
    expect(employers[0]).toMatchObject({ section: 'Q', date: '2024–25' });
    for (const { basis } of employers) {
      expect(basis).toMatch(/large employer in an industry that employs this role/);
      expect(basis).not.toMatch(/hiring/i);
    }
  });

  it('are named once each and never more than asked', () => {
    const codes = [...dataset.unitGroups.keys()];
    fc.assert(
      fc.property(fc.constantFrom(...codes), fc.integer({ min: 0, max: 12 }), (code, limit) => {
        const names = employersFor(dataset, only(code), limit).map(({ name }) => name);
        expect(names.length).toBeLessThanOrEqual(limit);
        expect(new Set(names).size).toBe(names.length);
      }),
      { numRuns: runs(40) },
    );
  });

  it('are written for reading', () => {
    expect(employerName('ALDI STORES LIMITED')).toBe('Aldi Stores Limited');
    expect(employerName("LAING O'ROURKE SERVICES LIMITED")).toBe("Laing O'Rourke Services Limited");
    expect(employerName('Department for Work And Pensions')).toBe('Department for Work and Pensions');
    expect(employerName('HSBC BANK PLC')).toBe('HSBC Bank plc');
    expect(employerName('Leeds Teaching Hospitals Nhs Trust')).toBe('Leeds Teaching Hospitals NHS Trust');
    expect(employerName('The Royal Marsden NHS Foundation Trust')).toBe(
      'The Royal Marsden NHS Foundation Trust',
    );
  });
});

describe('jobs', () => {
  it('are those of the unit groups, by industry', () => {
    const jobs = jobsFor(dataset, only('2237'));
    expect(jobs?.jobs).toBe(dataset.unitGroups.get('2237')?.jobs);
    expect(jobs?.sections[0]?.section).toBe('Q');
    expect(jobs?.sections.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
  });
});

it('is injectable', async () => {
  const module = await Test.createTestingModule({ imports: [LabourMarketModule] }).compile();
  expect(
    module
      .get(LabourMarket)
      .regions()
      .map(({ name }) => name),
  ).toContain('Wales');
  await module.close();
});
