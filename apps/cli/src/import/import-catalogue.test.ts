import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DATA_FOLDER } from '@app/occupations';
import { importCatalogue, type ImportReport } from './import-catalogue.js';
import { ImportContext } from './import-context.js';
import { ImportError } from './import-error.js';
import { writeSample, writeSamples } from './samples/sample-sources.builder.js';
import { SOURCES, type SourceId } from './source-list.js';
import { readAshePay } from './sources/ashe-pay.js';
import { readBankHolidays } from './sources/bank-holidays.js';
import { readCodingIndex } from './sources/coding-index.js';
import { readFreyOsborne } from './sources/frey-osborne.js';
import { readGptTasks } from './sources/gpts-are-gpts.js';
import { readIscoOfSoc2010 } from './sources/isco-to-soc-2010.js';
import { readOnetOccupations } from './sources/onet-occupations.js';
import { readOnetRatings } from './sources/onet-ratings.js';
import { readUkJobs } from './sources/uk-jobs.js';

const quiet = (): void => undefined;
let folder: string;
let words: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'import-'));
  words = join(folder, 'words');
  writeSamples(folder, words);
});
afterEach(() => rmSync(folder, { recursive: true }));

const importSample = (out = join(folder, 'out')): Promise<ImportReport> =>
  importCatalogue(folder, out, quiet, words, 'sample');

/** The sample with one file written anew by `change`. */
function withChanged(source: SourceId, change: (text: string) => string): ImportContext {
  writeSample(folder, source, change);
  return new ImportContext(folder, quiet, 'sample');
}

function cutInHalf(source: SourceId): ImportContext {
  const file = join(folder, SOURCES[source].file);
  truncateSync(file, Math.floor(readFileSync(file).length / 2));
  return new ImportContext(folder, quiet, 'sample');
}

async function refusal(run: Promise<unknown>): Promise<ImportError> {
  const error: unknown = await run.then(
    () => new Error('it was accepted'),
    (reason: unknown) => reason,
  );
  if (!(error instanceof ImportError)) throw error;
  expect(error.code).toBe('import_invalid');
  return error;
}

describe('the import of a sample', () => {
  it('works the chain from the published formats to the data set, figure by figure', async () => {
    const report = await importSample();
    expect(report).toMatchObject({ occupations: 4, withRatings: 3, withUnitGroup: 4, withFreyOsborne: 3 });
    const of = (name: string) => JSON.parse(readFileSync(join(folder, 'out', `${name}.json`), 'utf8'));

    const [robot, lamp, ledger, clay] = of('occupations');
    // 100 (0.685 G + 0.315 F): 0.4 and 0.1; 0.2 and 0.05; 0.7 and 0.9.
    expect(robot.score).toBeCloseTo(30.55, 10);
    expect(lamp.score).toBeCloseTo(15.275, 10);
    expect(ledger.score).toBeCloseTo(76.3, 10);
    // Without F, the least-squares line through those three at G = 0.3.
    expect(clay).toMatchObject({ f: null, scoreFromLine: true, ratings: 'none' });
    expect(clay.score).toBeCloseTo(40.708333 + (15.764167 / 0.126667) * (0.3 - 0.433333), 3);
    // A quarter of the jobs each: what lies strictly below.
    expect([lamp, clay, robot, ledger].map(({ percentile }) => percentile)).toEqual([0, 25, 50, 75]);
    expect(robot).toMatchObject({
      slug: 'robot-tuners',
      sector: 'technology',
      jobZone: 2,
      riasec: [1.5, 2.5, 3.5, 4.5, 5.5, 6.5],
      related: ['29-9902.00', '43-9903.00'],
      ukConfidence: 'good',
      unitGroups: [{ code: '1111', weight: 1 }],
      ukJobs: 1500,
    });
    expect(lamp).toMatchObject({ title: 'Lamp sister', formerSlug: 'lamp-nurses' });

    expect(of('ratings').map(({ code }: { code: string }) => code)).toEqual([
      '15-9901.00',
      '29-9902.00',
      '43-9903.00',
    ]);
    expect(of('ratings')[2].im.slice(0, 5)).toEqual([3, 4, 5, 1, 2]);
    expect(of('elements')).toHaveLength(68);
    const measures = of('measures')[0];
    expect(measures).toMatchObject({ code: '15-9901.00', ilo: [0.5, 50], microsoft: [0.25, 0] });
    expect([measures.aioe[0], measures.aioeLanguage[0], measures.observed[0]]).toEqual([-1.5, -0.5, 0.5]);
    expect(of('measures')[1].observed[0]).toBe(0);

    // A core task counts twice a supplemental one; the exposures are shifted so that they sum to the score.
    const shares = of('activity-shares')[0].shares as [string, number, number, number][];
    expect(shares.map(([id, share, , tasks]) => [id, share.toFixed(6), tasks])).toEqual([
      ['4.A.1.a.1', '0.666667', 1],
      ['4.A.2.a.4', '0.333333', 1],
    ]);
    expect(shares.reduce((sum, [, share, exposure]) => sum + share * exposure, 0)).toBeCloseTo(30.55, 8);

    expect(of('titles')[0].titles).toEqual(['Tuner in Chief', 'AT', 'Automaton Tuner']);
    expect(of('british-titles')[0]).toEqual({ code: '1111', titles: ['Robot Tuner', 'tuner, robots'] });
    expect(of('unit-groups')).toHaveLength(412);
    expect(of('unit-groups')[0]).toEqual({
      code: '1111',
      name: 'Group 1111',
      jobs: 1500,
      sections: { A: 1000, C: 500 },
    });
    const pay = of('pay') as { code: string }[];
    expect(pay).toHaveLength(11);
    expect(pay.find(({ code }) => code === '1111')).toMatchObject({
      p10: 20_000,
      median: 30_000,
      p90: 50_000,
    });
    expect(pay.find(({ code }) => code === '2222')).toEqual({ code: '2222', median: 28_000, mean: 29_000 });
    expect(of('pay-2024').map(({ code }: { code: string }) => code)).toEqual(['1', '4444']);
    expect(of('regions')[0]).toMatchObject({ region: 'E12000001', name: 'North East', ratios: { 1: 1.01 } });
    expect(of('regions')).toHaveLength(11);
    expect(of('employers')).toEqual([
      { name: 'Anytown Council', sic: [], place: 'EC1V', sizeFrom: 5000, size: '5000 to 19,999' },
      { name: 'New Mill', sic: ['01110', '10110'], place: 'CF10', sizeFrom: 1000, size: '1000 to 4999' },
      { name: 'Nobody Knows', sic: [], place: '', sizeFrom: 250, size: '250 to 499' },
    ]);
    expect(of('bank-holidays')).toEqual([{ date: '2027-01-01', title: 'New Year’s Day' }]);
  });

  it('says what it left out and why', async () => {
    const { leftOut } = await importSample();
    expect(leftOut.map(({ source, count }) => [source, count])).toEqual(
      expect.arrayContaining([
        ['onetOccupations', 1],
        ['onetTasks', 4],
        ['gptsOccupations', 1],
        ['codingIndex', 1],
        ['usJobs', 1],
        ['ashe', 410],
      ]),
    );
    expect(leftOut.every(({ reason, count }) => reason !== '' && count > 0)).toBe(true);
  });

  it('gives the same bytes from the same files, and names every source with its rows', async () => {
    const files = async (out: string): Promise<string[]> => {
      await importSample(join(folder, out));
      const names = readdirSync(join(folder, out)).sort();
      return names.map((name) => `${name}\n${readFileSync(join(folder, out, name), 'utf8')}`);
    };
    const first = await files('one');
    expect(await files('two')).toEqual(first);
    const manifest = JSON.parse(readFileSync(join(folder, 'one', 'manifest.json'), 'utf8'));
    expect(manifest.sources.map(({ id }: { id: string }) => id)).toEqual(Object.keys(SOURCES));
    expect(manifest.sources.every(({ rows }: { rows: number }) => rows > 0)).toBe(true);
  });

  it('writes nothing when a file is damaged', async () => {
    cutInHalf('onetJobZones');
    expect((await refusal(importSample())).file).toBe('onet/Job Zones.txt');
    expect(existsSync(join(folder, 'out'))).toBe(false);
  });

  it('is refused where the whole published files are asked for', async () => {
    const error = await refusal(importCatalogue(folder, join(folder, 'out'), quiet, words));
    expect(error.reason).toContain('at least 1000 expected');
  });
});

describe('a damaged source', () => {
  it('cut in the middle of a line stops with the file and the row', async () => {
    const context = withChanged('onetOccupations', (text) => text.slice(0, text.indexOf('Ledger')));
    const error = await refusal(readOnetOccupations(context));
    expect(error).toMatchObject({ file: 'onet/Occupation Data.txt', row: 4 });
    expect(error.message).toContain('row 4');
  });

  it('cut at the end of a line stops by its count', async () => {
    const error = await refusal(readFreyOsborne(new ImportContext(folder, quiet)));
    expect(error).toMatchObject({ row: 4, reason: expect.stringContaining('only 3 rows') });
  });

  it.each([
    ['a figure outside its range', 3, 'outside 0 to 1', '0.05', '3.0'],
    ['a figure that is none', 3, 'not a number', '0.05', 'five'],
    ['another header', 1, '"Probability"', 'Probability', 'Chance'],
    ['a code of another form', 3, 'not a valid code', '29-9802', '29-98'],
    ['a code that is there twice', 4, 'occurs twice', '43-9803', '29-9802'],
    ['a row of another width', 3, 'columns where the header has', '1,0.05', '0.05'],
  ])('with %s stops at row %i', async (_what, row, reason, from, to) => {
    const context = withChanged('freyOsborne', (text) => text.replace(from, to));
    expect(await refusal(readFreyOsborne(context))).toMatchObject({
      row,
      reason: expect.stringContaining(reason),
    });
  });

  it('with a word that is none of the known ones stops at its row', async () => {
    const context = withChanged('gptsTasks', (text) => text.replace('\tE0\t', '\tE9\t'));
    expect(await refusal(readGptTasks(context))).toMatchObject({
      row: 2,
      reason: expect.stringContaining('expected one of E0, E1, E2'),
    });
  });

  it('with an unknown unit group stops at its row', async () => {
    const context = new ImportContext(folder, quiet, 'sample');
    expect(await refusal(readAshePay(context, new Set(['1111'])))).toMatchObject({
      file: SOURCES.ashe.file,
      row: 4,
      reason: expect.stringContaining('2222 is not a SOC 2020 unit group'),
    });
  });

  it('with percentiles that do not rise stops at its row', async () => {
    const context = withChanged('ashe', (text) => text.replace('x,20000,', 'x,26000,'));
    expect(await refusal(readAshePay(context, new Set(['1111'])))).toMatchObject({
      row: 3,
      reason: 'percentiles do not rise',
    });
  });

  it.each([
    ['onetSkills', (context: ImportContext) => readOnetRatings(context, 'skill')],
    ['codingIndex', (context: ImportContext) => readCodingIndex(context, new Set())],
    ['ukJobs', (context: ImportContext) => readUkJobs(context, new Set())],
    ['iscoToSoc2010', (context: ImportContext) => readIscoOfSoc2010(context)],
  ] as const)('as a workbook cut in half (%s) stops with its name', async (source, read) => {
    expect((await refusal(read(cutInHalf(source)))).file).toBe(SOURCES[source].file);
  });

  it('that is no longer JSON stops with its name', async () => {
    expect((await refusal(readBankHolidays(cutInHalf('bankHolidays')))).file).toBe(SOURCES.bankHolidays.file);
  });

  it('that is missing stops with its name', async () => {
    rmSync(join(folder, SOURCES.freyOsborne.file));
    const error = await refusal(readFreyOsborne(new ImportContext(folder, quiet)));
    expect(error).toMatchObject({
      file: SOURCES.freyOsborne.file,
      reason: expect.stringContaining('ENOENT'),
    });
  });
});

// The published files do not ship with the project. Where somebody has them beside it, the whole import is run over them too.
const PUBLISHED = '../shared/data';
if (existsSync(PUBLISHED))
  describe('the import of the published files', () => {
    // Reading every published workbook takes half a minute under the test runner, and longer beside other tests.
    it('gives the bytes that ship with the project', { timeout: 240_000 }, async () => {
      const out = join(folder, 'out');
      const report = await importCatalogue(PUBLISHED, out, quiet);
      const names = readdirSync(out).sort();
      expect(names).toEqual(readdirSync(DATA_FOLDER).sort());
      for (const name of names) {
        const same = readFileSync(join(out, name)).equals(readFileSync(join(DATA_FOLDER, name)));
        expect([name, same]).toEqual([name, true]);
      }
      expect(report.occupations).toBe(923);
      expect(report.bytes).toBeLessThan(8e6);
    });
  });
