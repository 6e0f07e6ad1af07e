import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SHIPPED_CALENDAR } from '@app/kernel';
import { DATA_FOLDER, loadDataset } from './load-dataset.js';
import { SECTORS } from './sectors.js';

const dataset = loadDataset();
const occupation = (code: string) => dataset.occupations.get(code) ?? fail(code);
const fail = (what: string): never => {
  throw new Error(`missing ${what}`);
};

describe('the catalogue that ships', () => {
  it('has the counts of the release', () => {
    expect(dataset.occupations.size).toBe(923);
    expect(dataset.bySlug.size).toBe(923);
    expect(dataset.elements.filter(({ kind }) => kind === 'skill')).toHaveLength(35);
    expect(dataset.elements.filter(({ kind }) => kind === 'knowledge')).toHaveLength(33);
    expect(dataset.elements.map(({ order }) => order)).toEqual([...Array(68).keys()]);
    expect(dataset.ratings.size).toBe(895);
    expect(dataset.activities.size).toBe(37);
    expect(dataset.unitGroups.size).toBe(412);
    expect(dataset.majorGroupPay.size).toBe(9);
    expect([...dataset.pay2024.keys()].filter((code) => code.length === 3)).toHaveLength(103);
    expect(dataset.regions).toHaveLength(11);
    expect(dataset.bankHolidays.map(({ date }) => date)).toEqual([...SHIPPED_CALENDAR.holidays]);
  });

  it.each([
    ['15-1221.00', 0.5, 0.015, 34.7],
    ['29-1141.00', 0.381, 0.009, 26.4],
    ['15-2051.00', 0.594, 0.22, 47.6],
  ])('keeps the fixed point of %s', (code, g, f, score) => {
    const own = occupation(code);
    expect(own.g).toBeCloseTo(g, 3);
    expect(own.f).toBeCloseTo(f, 6);
    expect(own.score).toBeCloseTo(score, 1);
    expect(own.scoreFromLine).toBe(false);
  });

  it('lets the mean of two occupations stand in for the ratings of data scientists, and says so', () => {
    expect(occupation('15-2051.00')).toMatchObject({
      ratings: 'stand-in',
      standIn: ['15-1221.00', '15-2041.00'],
    });
    const [own, first, second] = ['15-2051.00', '15-1221.00', '15-2041.00'].map(
      (code) => dataset.ratings.get(code) ?? [],
    );
    own?.forEach((value, index) =>
      expect(value).toBeCloseTo(((first?.[index] ?? 0) + (second?.[index] ?? 0)) / 2, 3),
    );
    expect([...dataset.occupations.values()].filter(({ ratings }) => ratings === 'none')).toHaveLength(28);
  });

  it('has activities whose shares sum to 1 and whose exposures sum to the score, for every occupation', () => {
    for (const { code, score } of dataset.occupations.values()) {
      const shares = dataset.activityShares.get(code) ?? fail(code);
      expect(shares.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 10);
      expect(shares.reduce((sum, { share, exposure }) => sum + share * exposure, 0)).toBeCloseTo(score, 9);
      for (const { id, exposure } of shares) {
        expect(dataset.activities.has(id)).toBe(true);
        expect(exposure).toBeGreaterThanOrEqual(0);
        expect(exposure).toBeLessThanOrEqual(100);
      }
    }
  });

  it('keeps every figure inside its range and every code known', () => {
    for (const own of dataset.occupations.values()) {
      expect(own.interval.low).toBeLessThan(own.score);
      expect(own.interval.high).toBeGreaterThan(own.score);
      expect(own.percentile).toBeGreaterThanOrEqual(0);
      expect(own.percentile).toBeLessThan(100);
      expect(SECTORS[own.sector]).toBeDefined();
      expect(own.scoreFromLine).toBe(own.f === null);
      for (const code of own.related) expect(dataset.occupations.has(code)).toBe(true);
      for (const { code } of own.unitGroups) expect(dataset.unitGroups.has(code)).toBe(true);
      if (own.ratings !== 'none') expect(dataset.ratings.get(own.code)).toHaveLength(68);
    }
  });

  it('gives a wider interval where F is missing than the same occupation would have with it', () => {
    const widths = [...dataset.occupations.values()].map(({ f, interval }) => ({
      f,
      width: interval.high - interval.low,
    }));
    const least = (list: typeof widths): number => Math.min(...list.map(({ width }) => width));
    expect(least(widths.filter(({ f }) => f === null))).toBeGreaterThan(
      least(widths.filter(({ f }) => f !== null)),
    );
  });

  it('gives pay whose percentiles rise, in pounds a year', () => {
    for (const bands of [dataset.pay, dataset.pay2024, dataset.majorGroupPay]) {
      for (const { p10, p25, median, p75, p90 } of bands.values()) {
        const known = [p10, p25, median, p75, p90].filter((value) => value !== undefined);
        expect(known).toEqual([...known].sort((a, b) => a - b));
      }
    }
    // Read off the published tables: programmers and software development professionals, full-time, UK.
    expect(dataset.pay2024.get('2134')).toMatchObject({ p10: 31628, median: 54669, p90: 93824 });
  });

  it('orders occupations by percentile as by score', () => {
    const sorted = [...dataset.occupations.values()].sort((a, b) => a.score - b.score);
    sorted
      .slice(1)
      .forEach((own, index) => expect(own.percentile).toBeGreaterThanOrEqual(sorted[index]?.percentile ?? 0));
  });

  it('credits every source with licence, credit and rows', () => {
    for (const source of dataset.sources.values()) {
      expect(source.licence).not.toBe('');
      expect(source.credit).not.toBe('');
      expect(source.rows).toBeGreaterThan(0);
    }
    for (const { source } of dataset.measureInfo) expect(dataset.sources.has(source)).toBe(true);
  });

  it('is frozen to the bottom', () => {
    const own = occupation('15-1221.00');
    expect(() => Object.assign(own.interval, { low: 0 })).toThrow(TypeError);
    expect(() => Object.assign(dataset.activityShares.get('15-1221.00')?.[0] ?? {}, { share: 1 })).toThrow(
      TypeError,
    );
    expect(() => Object.assign(dataset.measures.get('15-1221.00')?.gptHuman ?? {}, { value: 1 })).toThrow(
      TypeError,
    );
  });
});

describe('a data folder that was changed', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'dataset-'));
    cpSync(DATA_FOLDER, folder, { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('refuses a file with one other byte and names it', () => {
    const file = join(folder, 'pay.json');
    writeFileSync(file, readFileSync(file, 'utf8').replace('1', '2'));
    expect(() => loadDataset(folder)).toThrow(
      expect.objectContaining({ code: 'dataset_invalid', file: 'pay.json' }),
    );
  });

  it('refuses a missing file and names it', () => {
    rmSync(join(folder, 'titles.json'));
    expect(() => loadDataset(folder)).toThrow(
      expect.objectContaining({ code: 'dataset_invalid', file: 'titles.json' }),
    );
  });

  it('refuses a manifest whose hash of a file was changed along with the file', () => {
    const file = join(folder, 'manifest.json');
    const manifest = readFileSync(file, 'utf8');
    writeFileSync(file, manifest.replace(/"sha256": "./, '"sha256": "g'));
    expect(() => loadDataset(folder)).toThrow(
      expect.objectContaining({ code: 'dataset_invalid', file: 'manifest.json' }),
    );
  });
});
