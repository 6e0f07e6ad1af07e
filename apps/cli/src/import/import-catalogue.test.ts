import { existsSync } from 'node:fs';
import {
  copyFile,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  symlink,
  truncate,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { DATA_FOLDER } from '@app/occupations';
import { importCatalogue } from './import-catalogue.js';
import { ImportContext } from './import-context.js';
import { ImportError } from './import-error.js';
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

// Reading every published workbook takes half a minute under the test runner, and longer beside other tests.
vi.setConfig({ testTimeout: 240_000 });

/** The published files; they do not ship with the project, so these tests run only beside them. */
const SOURCE_FOLDER = '../shared/data';
const there = existsSync(SOURCE_FOLDER);
if (!there)
  console.info(`skipped: no published files at ${SOURCE_FOLDER}, so the import itself is not tested here`);
const withSources = there ? describe : describe.skip;

const quiet = (): void => undefined;
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'import-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** A source folder in which one file is a changed copy and those beside it are the published ones. */
async function withChanged(
  source: SourceId,
  change: (file: string) => Promise<void>,
): Promise<ImportContext> {
  for (const { file } of Object.values(SOURCES)) {
    const to = join(folder, file);
    if (existsSync(to)) continue;
    await mkdir(dirname(to), { recursive: true });
    if (file === SOURCES[source].file) await copyFile(join(SOURCE_FOLDER, file), to);
    else await symlink(resolve(SOURCE_FOLDER, file), to);
  }
  await change(join(folder, SOURCES[source].file));
  return new ImportContext(folder, quiet);
}

const edited = (change: (text: string) => string) => async (file: string) =>
  writeFile(file, change(await readFile(file, 'utf8')));

const cutTo = (part: number) => async (file: string) =>
  truncate(file, Math.floor((await readFile(file)).length * part));

async function refusal(run: Promise<unknown>): Promise<ImportError> {
  const error: unknown = await run.then(
    () => new Error('it was accepted'),
    (reason: unknown) => reason,
  );
  if (!(error instanceof ImportError)) throw error;
  expect(error.code).toBe('import_invalid');
  return error;
}

withSources('the import', () => {
  it('gives the bytes that ship with the project, and the same again', async () => {
    const lines: string[] = [];
    const report = await importCatalogue(SOURCE_FOLDER, folder, (line) => lines.push(line));
    const names = (await readdir(folder)).sort();
    expect(names).toEqual((await readdir(DATA_FOLDER)).sort());
    for (const name of names) {
      const same = (await readFile(join(folder, name))).equals(await readFile(join(DATA_FOLDER, name)));
      expect([name, same]).toEqual([name, true]);
    }
    expect(report.occupations).toBe(923);
    expect(report.bytes).toBeLessThan(8e6);
    expect(report.leftOut.every(({ reason, count }) => reason !== '' && count > 0)).toBe(true);
    expect(lines.length).toBeGreaterThan(20);
  });

  it('writes nothing when a file is damaged', async () => {
    const context = await withChanged('onetJobZones', cutTo(0.5));
    const out = join(folder, 'out');
    const error = await refusal(importCatalogue(context.folder, out, quiet));
    expect(error.file).toBe('onet/Job Zones.txt');
    expect(existsSync(out)).toBe(false);
  });
});

withSources('a damaged source', () => {
  it('cut in the middle of a line stops with the file and the row', async () => {
    const context = await withChanged('onetOccupations', async (file) => truncate(file, 100_000));
    const error = await refusal(readOnetOccupations(context));
    expect(error.file).toBe('onet/Occupation Data.txt');
    expect(error.row).toBeGreaterThan(300);
    expect(error.message).toContain(`row ${error.row}`);
  });

  it('cut at the end of a line stops by its count', async () => {
    const context = await withChanged(
      'freyOsborne',
      edited((text) => `${text.split('\n').slice(0, 500).join('\n')}\n`),
    );
    expect(await refusal(readFreyOsborne(context))).toMatchObject({
      row: 500,
      reason: expect.stringContaining('only 499 rows'),
    });
  });

  it('with a figure outside its range stops at its row', async () => {
    const context = await withChanged(
      'freyOsborne',
      edited((text) => text.replace('2,0.003,', '2,3.0,')),
    );
    expect(await refusal(readFreyOsborne(context))).toMatchObject({
      row: 3,
      reason: expect.stringContaining('outside 0 to 1'),
    });
  });

  it('with another header stops at the header', async () => {
    const context = await withChanged(
      'freyOsborne',
      edited((text) => text.replace('Probability', 'Chance')),
    );
    expect(await refusal(readFreyOsborne(context))).toMatchObject({
      row: 1,
      reason: expect.stringContaining('"Probability"'),
    });
  });

  it('with a row of another width stops at its row', async () => {
    const context = await withChanged(
      'gptsTasks',
      edited((text) => text.replace('\tE0\tE2\tE2\tFalse', '\tE0\tE2\tFalse')),
    );
    expect(await refusal(readGptTasks(context))).toMatchObject({
      reason: expect.stringContaining('columns where the header has'),
    });
  });

  it('with an unknown code stops at its row', async () => {
    const context = await withChanged(
      'ashe',
      edited((text) => text.replace('annual,ft,1111', 'annual,ft,1119')),
    );
    const unitGroups = new Set(['1111']);
    const error = await refusal(readAshePay(context, unitGroups));
    expect(error).toMatchObject({
      file: SOURCES.ashe.file,
      reason: expect.stringContaining('1119 is not a SOC 2020 unit group'),
    });
    expect(error.row).toBeGreaterThan(1);
  });

  it.each([
    ['onetSkills', (context: ImportContext) => readOnetRatings(context, 'skill')],
    ['codingIndex', (context: ImportContext) => readCodingIndex(context, new Set())],
    ['ukJobs', (context: ImportContext) => readUkJobs(context, new Set())],
    ['iscoToSoc2010', (context: ImportContext) => readIscoOfSoc2010(context)],
  ] as const)('as a workbook cut in half (%s) stops with its name', async (source, read) => {
    const context = await withChanged(source, cutTo(0.5));
    expect((await refusal(read(context))).file).toBe(SOURCES[source].file);
  });

  it('that is no longer JSON stops with its name', async () => {
    const context = await withChanged('bankHolidays', cutTo(0.5));
    expect((await refusal(readBankHolidays(context))).file).toBe(SOURCES.bankHolidays.file);
  });

  it('that is missing stops with its name', async () => {
    const error = await refusal(readFreyOsborne(new ImportContext(folder, quiet)));
    expect(error).toMatchObject({
      file: SOURCES.freyOsborne.file,
      reason: expect.stringContaining('ENOENT'),
    });
  });
});
