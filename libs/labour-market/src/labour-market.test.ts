import { Test } from '@nestjs/testing';
import fc from 'fast-check';
import { loadDataset, type Dataset } from '@app/occupations';
import { runs } from '@app/testing';
import { employerName } from './employers/employer-name.js';
import { LabourMarket } from './labour-market.js';
import { LabourMarketModule } from './labour-market.module.js';
import { notesTogether } from './notes-together.js';
import { PAY_POINTS } from './pay-bands.js';
import { preparedMoves } from './moves/prepared-moves.js';
import { readOutlook } from './outlook/outlook.js';
import { payAtHours } from './pay-at-hours.js';
import { payFor } from './pay-for.js';
import { ALL_REGIONS } from './employers/areas.js';
import { EmployerIndex } from './employers/employer-index.js';
import { EmployerKinds } from './employers/employer-kinds.js';
import { employersFor } from './employers/employers-for.js';
import { Places } from './employers/places.js';
import { readEmploying, readKinds } from './employers/prepared-employing.js';
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

  it('has an answer for all but the few unit groups of which nothing may be said, in rising order, never 0', () => {
    const codes = [...dataset.unitGroups.keys()];
    const without = codes.filter((code) => payFor(dataset, only(code)) === null);
    expect(without.length).toBeLessThan(20);
    expect(without).toEqual(expect.arrayContaining(['1135', '1258', '3512']));
    for (const code of codes.filter((each) => !without.includes(each))) {
      const pay = payFor(dataset, only(code));
      const known = PAY_POINTS.flatMap((point) => (typeof pay?.[point] === 'number' ? [pay[point]] : []));
      expect(known.length).toBeGreaterThan(0);
      expect([...known].sort((a, b) => a - b)).toEqual(known);
      expect(Math.min(...known)).toBeGreaterThan(5000);
    }
  });

  it('fills no point that a published percentile of the group contradicts, and names what each is borrowed from', () => {
    const rank = (point: string): number => (point === 'median' ? 50 : Number(point.slice(1)));
    let borrowed = 0;
    for (const [code, { median, between }] of dataset.pay) {
      const pay = median === undefined ? null : payFor(dataset, only(code));
      for (const point of Object.keys(pay?.borrowed ?? {}) as (keyof NonNullable<typeof pay>['borrowed'])[]) {
        borrowed += 1;
        expect(pay?.pointNotes[point]).toMatch(/is not published and comes from/);
        for (const [other, published] of Object.entries(between ?? {})) {
          const filled = pay?.[point] ?? 0;
          expect(rank(other) < rank(point) ? published < filled : published > filled).toBe(true);
        }
      }
    }
    expect(borrowed).toBeGreaterThan(50);
  });

  it('lends no outer point of a group that is paid otherwise in the middle: gardeners have no electrician’s top tenth', () => {
    const groups = [...dataset.unitGroups.keys()].flatMap((code) => payFor(dataset, only(code)) ?? []);
    const above = [...dataset.pay2024.values(), ...dataset.majorGroupPay.values()];
    let lent = 0;
    for (const { code, median, borrowed, ...pay } of groups)
      for (const [point, from] of Object.entries(borrowed)) {
        if (!from.endsWith('group')) continue;
        lent += 1;
        const lenders = above.filter(
          (band) => code.startsWith(band.code) && band[point as 'p90'] === pay[point as 'p90'],
        );
        expect(lenders.some((band) => Math.abs((band.median ?? 0) / median - 1) <= 0.1)).toBe(true);
      }
    expect(lent).toBeGreaterThan(50);
    expect(payFor(dataset, only('5113'))).toMatchObject({ p90: null });
    expect(payFor(dataset, only('5113'))?.pointNotes.p90).toBe(
      'The figure for the highest tenth is not published.',
    );
  });

  it('says once what it says of several points', () => {
    const notes = ['Another note.', 'lowest tenth', 'highest tenth', 'median'].map((what) =>
      what.endsWith('.')
        ? what
        : `The figure for the ${what} is not published${what === 'median' ? ' and comes from the minor group above, October 2024' : ''}.`,
    );
    const [, p10 = '', p90 = '', median = ''] = notes;
    expect(notesTogether({ notes, pointNotes: { p10, p90, median } })).toEqual([
      'Another note.',
      'The figures for the lowest tenth and the highest tenth are not published.',
      median,
    ]);
  });

  it('has none without a UK code', () => {
    expect(payFor(dataset, [])).toBeNull();
  });
});

const employing = readEmploying(dataset.unitGroups);
const index = new EmployerIndex(dataset.employers);
const kinds = new EmployerKinds(readKinds(), index, new Places());
const listed = (code: string, region?: string, limit = 6) => {
  const entry = employing.get(code);
  if (!entry) throw new Error(`no employers of ${code}`);
  return employersFor(kinds, code, entry, region, limit);
};
const names = (code: string, region?: string, limit = 6): string[] =>
  listed(code, region, limit).employers.map(({ name }) => name);

describe('employers', () => {
  it('are those of the work and the place: a bus driver in Wales is shown the bus companies of Wales', () => {
    const found = names('8212', 'Wales');
    expect(found).toEqual(expect.arrayContaining(['First Cymru Buses', 'Cardiff Bus']));
    expect(found.join()).not.toMatch(/British Airways|London|Manchester/);
  });

  it('put those of the region before those that employ all over a nation, and keep room for these', () => {
    const wide = listed('9252', 'North West', 3).employers.map(({ region }) => region ?? 'UK');
    expect(wide).toEqual([...wide].sort((a, b) => Number(a === 'UK') - Number(b === 'UK')));
    expect(new Set(wide)).toEqual(new Set(['North West', 'UK']));
  });

  it('are found by name where a public body gives no code, and only in its own region', () => {
    expect(names('2251', 'Wales')).toContain('Betsi Cadwaladr University Health Board');
    for (const name of names('2251', 'Scotland')) expect(name).not.toMatch(/NHS Foundation Trust|Cadwaladr/);
  });

  it('are the true ones of a trade however small, and no giant of another trade', () => {
    expect(names('5245', 'East Midlands')).toEqual(expect.arrayContaining(['ADT', 'Chubb Fire & Security']));
    expect(names('5244', 'Wales')).toContain('Computacenter');
    expect(names('9211', 'Scotland')[0]).toBe('Royal Mail');
    expect(names('4113', 'Wales').join()).not.toMatch(/Automobile|AA/);
    for (const region of ALL_REGIONS)
      for (const code of employing.keys())
        expect([code, region, names(code, region, 12).join()]).toEqual([
          code,
          region,
          expect.not.stringMatching(/Angard|Mediclean|NHS Professionals|Spirit|Derry Building|Juice|Arjo/),
        ]);
  });

  it('are never shown in a nation where they do not work', () => {
    const elsewhere: Readonly<Record<string, RegExp>> = {
      Wales: /Environment Agency|National Highways|NHS (Foundation )?Trust|UK Power|Scottish|Police Scotland/,
      Scotland:
        /Environment Agency$|National Highways|NHS Property|Crown Prosecution|HM Prison|Great Western|Cymru/,
      'Northern Ireland': /BHC|Crown Prosecution|HM Prison|NHS|Network Rail|Department for Work/,
      'North West': /UK Power|Thames Water|Great Western/,
    };
    for (const [region, of] of Object.entries(elsewhere))
      for (const code of employing.keys())
        for (const { name } of listed(code, region, 12).employers)
          if (!/Scottish Environment|Northern Ireland Environment/.test(name))
            expect([code, region, name]).toEqual([code, region, expect.not.stringMatching(of)]);
  });

  it('give way to words where none surely fit, never padded with others', () => {
    const { employers, usual, find } = listed('9221', 'North West');
    expect(employers).toEqual([]);
    expect(usual).toMatch(/self-employed/);
    expect(find.length).toBeGreaterThan(20);
  });

  it('say why, from when and how large, never that anybody is hiring; named once each', () => {
    const regions = [undefined, 'Wales', 'London', 'Northern Ireland', 'Scotland', 'North East'];
    fc.assert(
      fc.property(
        fc.constantFrom(...dataset.unitGroups.keys()),
        fc.constantFrom(...regions),
        (code, region) => {
          const { employers } = listed(code, region);
          expect(employers.length).toBeLessThanOrEqual(6);
          expect(new Set(employers.map(({ name }) => name)).size).toBe(employers.length);
          for (const { basis, date, size } of employers) {
            expect([/^A large employer among /.test(basis), /hiring/i.test(basis)]).toEqual([true, false]);
            const isListed = /^[\d,]+ (to|or) [\w,]+ employees$/.test(size);
            expect([date, size]).toEqual(isListed ? ['2024–25', size] : ['2026-11', 'size not listed']);
            expect(basis).toMatch(isListed ? /; entered as / : /; its own site is [a-z0-9.-]+\. /);
          }
        },
      ),
      { numRuns: runs(60) },
    );
  });

  it('are not the same few for everyone: no employer stands on more than one list in six of a region', () => {
    const times = new Map<string, number>();
    for (const code of dataset.unitGroups.keys())
      for (const name of names(code, 'Wales', 3)) times.set(name, (times.get(name) ?? 0) + 1);
    expect(Math.max(...times.values())).toBeLessThanOrEqual(dataset.unitGroups.size / 6);
  });

  it('are written for reading', () => {
    expect(employerName('ALDI STORES LIMITED')).toBe('Aldi Stores Limited');
    expect(employerName("LAING O'ROURKE SERVICES LIMITED")).toBe("Laing O'Rourke Services Limited");
    expect(employerName('Department for Work And Pensions')).toBe('Department for Work and Pensions');
    expect(employerName('VAN ELLE LIMITED')).toBe('Van Elle Limited');
    expect(employerName('Bolton N H S Foundation Trust')).toBe('Bolton NHS Foundation Trust');
    expect(employerName('RENISHAW P L C')).toBe('Renishaw plc');
    expect(employerName('A J Smith & Son Ltd')).toBe('A J Smith & Son Ltd');
    expect(index.named('NHS').map(({ name }) => name)).toContain('Bolton N H S Foundation Trust');
    expect(employerName('HSBC BANK PLC')).toBe('HSBC Bank plc');
    expect(employerName('Leeds Teaching Hospitals Nhs Trust')).toBe('Leeds Teaching Hospitals NHS Trust');
    expect(employerName('The Royal Marsden NHS Foundation Trust')).toBe(
      'The Royal Marsden NHS Foundation Trust',
    );
  });
});

describe('pay at the hours of a person', () => {
  it('is the part of a full-time week, and never more than it', () => {
    const full = payFor(dataset, only('4216'));
    expect(full && payAtHours({ ...full, median: 24_360 }, 16).median).toBe(10_394);
    expect(full && payAtHours(full, 48)).toEqual(full);
  });
});

describe('moves and outlook', () => {
  it('are prepared for the apps; if not: npm run cli -- catalogue paths', () => {
    expect([...(preparedMoves()?.keys() ?? [])].filter((code) => code.length === 4)).toHaveLength(412);
    expect(readOutlook().size).toBe(26);
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
