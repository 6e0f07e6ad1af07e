import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SHIPPED_CALENDAR } from '@app/kernel';
import { DATA_FOLDER, loadDataset } from './dataset/load-dataset.js';
import { CONSENSUS } from './method/consensus.js';
import { SECTORS } from './dataset/sectors.js';

const dataset = loadDataset();
const occupation = (code: string) => dataset.occupations.get(code) ?? fail(code);
const fail = (what: string): never => {
  throw new Error(`missing ${what}`);
};

describe('the catalogue that ships', () => {
  it('has the counts of the release', () => {
    const codes = [...dataset.occupations.keys()];
    expect(codes.filter((code) => code.length === 4)).toHaveLength(412);
    expect(dataset.bySlug.size).toBe(dataset.occupations.size);
    expect(codes.length).toBeGreaterThan(1400);
    expect(dataset.onet.size).toBe(923);
    expect(dataset.elements.filter(({ kind }) => kind === 'skill')).toHaveLength(35);
    expect(dataset.elements.filter(({ kind }) => kind === 'knowledge')).toHaveLength(33);
    expect(dataset.elements.map(({ order }) => order)).toEqual([...Array(68).keys()]);
    expect(dataset.ratings.size).toBe(895 + dataset.occupations.size);
    expect(dataset.activities.size).toBe(37);
    expect(dataset.unitGroups.size).toBe(412);
    expect(dataset.majorGroupPay.size).toBe(9);
    expect([...dataset.pay2024.keys()].filter((code) => code.length === 3)).toHaveLength(103);
    expect(dataset.regions).toHaveLength(11);
    expect(dataset.bankHolidays.map(({ date }) => date)).toEqual([...SHIPPED_CALENDAR.holidays]);
  });

  it('counts every job of the UK once, in the unit groups', () => {
    const units = [...dataset.occupations.values()].filter(({ code }) => code.length === 4);
    const jobs = [...dataset.unitGroups.values()].reduce((sum, group) => sum + group.jobs, 0);
    expect(units.reduce((sum, { ukJobs }) => sum + ukJobs, 0)).toBe(jobs);
    expect(jobs).toBeGreaterThan(31_000_000);
  });

  it('makes every score of its own places and problem solving, by the published formula', () => {
    const { intercept, consensus, problems } = dataset.model.fit;
    const place = dataset.elements.findIndex(({ id }) => id === '2.B.2.i');
    const near = [...dataset.occupations.values()].filter(({ code, figures, score }) => {
      if (code.length !== 4 || figures !== 'own') return false;
      const known = CONSENSUS.flatMap((id) => dataset.measures.get(code)?.[id]?.percentile ?? []);
      const mean = known.reduce((sum, each) => sum + each, 0) / known.length;
      const p = dataset.ratings.get(code)?.[place] ?? NaN;
      // The places count half of those who tie, the percentiles on pages none of them: a little apart.
      return Math.abs(score - (intercept + consensus * mean + problems * p)) < 1.5;
    });
    expect(near.length).toBeGreaterThan(400);
  });

  it('lets the mean of two occupations stand in for the ratings of data scientists, and says so', () => {
    expect(dataset.onet.get('15-2051.00')?.standIn).toEqual(['15-1221.00', '15-2041.00']);
    const [own, first, second] = ['15-2051.00', '15-1221.00', '15-2041.00'].map(
      (code) => dataset.ratings.get(code) ?? [],
    );
    own?.forEach((value, index) =>
      expect(Math.abs(value - ((first?.[index] ?? 0) + (second?.[index] ?? 0)) / 2)).toBeLessThan(0.00501),
    );
  });

  it('has activities whose shares sum to 1, with published labels, for every occupation', () => {
    for (const { code } of dataset.occupations.values()) {
      const shares = dataset.activityShares.get(code) ?? fail(code);
      expect(shares.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 4);
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
      expect(own.links.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 2);
      for (const { code } of own.links) expect(dataset.onet.has(code)).toBe(true);
      for (const { code } of own.unitGroups) expect(dataset.unitGroups.has(code)).toBe(true);
      expect(dataset.ratings.get(own.code)).toHaveLength(68);
    }
  });

  it('holds its ranges to eight of ten edited reports left out', () => {
    expect(dataset.model.coverage).toBeGreaterThanOrEqual(75);
    expect(dataset.model.coverage).toBeLessThanOrEqual(85);
    const chosen = dataset.model.tried.find(({ name }) => name === 'mean and problem solving');
    expect(chosen?.agreement).toBeGreaterThanOrEqual(0.75);
    expect(Math.min(...dataset.model.tried.map(({ error }) => error))).toBe(chosen?.error);
    expect(dataset.model.problems.high).toBeLessThan(0);
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
    const own = occupation('2433/01');
    expect(() => Object.assign(own.interval, { low: 0 })).toThrow(TypeError);
    expect(() => Object.assign(dataset.activityShares.get('2433/01')?.[0] ?? {}, { share: 1 })).toThrow(
      TypeError,
    );
    expect(() => Object.assign(dataset.measures.get('2433/01')?.gptHuman ?? {}, { value: 1 })).toThrow(
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
    rmSync(join(folder, 'onet.json'));
    expect(() => loadDataset(folder)).toThrow(
      expect.objectContaining({ code: 'dataset_invalid', file: 'onet.json' }),
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
