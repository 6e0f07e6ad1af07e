import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DATA_FOLDER, type OccupationRecord } from '@app/occupations';
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
    // 412 unit groups and one named group inside the first; the group of the rest has no page. Six reports, three of them in the place of groups.
    expect(report).toMatchObject({ occupations: 413, withOwnFigures: 413, withPaths: 416 });
    const of = (name: string) => JSON.parse(readFileSync(join(folder, 'out', `${name}.json`), 'utf8'));
    const byCode = <T extends { code: string }>(name: string): Map<string, T> =>
      new Map((of(name) as T[]).map((record) => [record.code, record]));

    const groups = byCode<OccupationRecord>('occupations');
    const [family, robot] = [groups.get('1111'), groups.get('1111/01')];
    expect(family).toMatchObject({
      title: 'Group 1111',
      slug: 'group-1111',
      ukJobs: 1500,
      sector: 'management',
    });
    expect(robot).toMatchObject({
      title: 'Robot tuner',
      sourceTitle: 'Robot tuners',
      slug: 'robot-tuner',
      links: [
        { code: '15-9901.00', weight: 0.75 },
        { code: '43-9903.00', weight: 0.25 },
      ],
      figures: 'own',
      ukConfidence: 'fair',
      unitGroups: [{ code: '1111', weight: 1 }],
      ukJobs: 1500,
      riasec: [1.5, 2.5, 3.5, 4.5, 5.5, 6.5],
    });
    // The only group of a unit group is the unit group, by the editor's title.
    expect(groups.get('2222')).toMatchObject({ title: 'Hand of 2222', slug: 'hand-of-2222' });
    expect(groups.has('2222/00')).toBe(false);

    // Pooled by the weights: three quarters of 0.4 and one of 0.7; the ILO's by the group's own ISCO-08 code.
    const measures = byCode<Record<string, [number, number]> & { code: string }>('measures');
    expect(measures.get('1111/01')).toMatchObject({
      gptHuman: [0.475, expect.anything()],
      ilo: [0.5, expect.anything()],
    });
    expect(measures.get('2222')).not.toHaveProperty('observed');
    const im = byCode<{ code: string; im: number[] }>('ratings');
    expect(im.get('1111/01')?.im.slice(0, 3)).toEqual([1.5, 2.5, 3.5]);
    expect(im.get('43-9903.00')?.im.slice(0, 5)).toEqual([3, 4, 5, 1, 2]);
    const shares = of('activity-shares').find(({ code }: { code: string }) => code === '1111/01').shares;
    // Labels as published: E0 and E2 make 25, E1 and E2 make 75; a core task counts twice a supplemental one.
    expect(shares).toEqual([
      ['4.A.1.a.1', 0.666667, 25, 2],
      ['4.A.2.a.4', 0.333333, 75, 2],
    ]);

    // The score is what the printed formula makes of the places of its measures and of problem solving (the third skill).
    const [{ fit, coverage, reports }] = of('model');
    expect(reports).toBe(6);
    expect(coverage).toBeGreaterThan(0);
    const lamp = groups.get('2222');
    expect(lamp?.interval.high).toBeGreaterThan(lamp?.score ?? 100);
    expect(fit.error).toBeGreaterThan(0);

    expect(byCode<{ code: string; titles: string[] }>('british-titles').get('1111/01')?.titles).toEqual([
      'Robot Tuner',
      'tuner, robots',
    ]);
    // The titles of the rest are found by search and lead to the unit group.
    expect(byCode<{ code: string; titles: string[] }>('british-titles').get('1111')?.titles).toEqual([
      'Robot hand',
    ]);
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
    expect(pay.find(({ code }) => code === '2222')).toEqual({
      code: '2222',
      median: 28_000,
      mean: 29_000,
      between: { p60: 29_500 },
    });
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

  it('refuses a link that titles and crosswalks speak against, unless an editor overruled them by name', async () => {
    writeFileSync(join(words, 'groups', 'overruled.yaml'), '{}');
    expect((await refusal(importSample())).reason).toContain('2222/00 is not linked to 43-9903.00');
    writeFileSync(join(words, 'groups', 'overruled.yaml'), '2222/00: 43-9903.00\n3333/00: 15-9901.00\n');
    expect((await refusal(importSample())).reason).toContain('3333/00: nothing speaks for 15-9901.00');
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
      expect(report.occupations).toBeGreaterThan(1400);
      expect(report.bytes).toBeLessThan(8e6);
    });
  });
