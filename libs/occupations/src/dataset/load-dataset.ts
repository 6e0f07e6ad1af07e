import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectPath } from '@app/config';
import { sha256 } from '@app/kernel';
import { DATA_FILES, type DataFile, MANIFEST_FILE } from './data-files.js';
import { DatasetError } from './dataset-error.js';
import { deepFreeze } from './deep-freeze.js';
import type {
  Activity,
  ActivityShare,
  ApprenticeshipRecord,
  BankHoliday,
  Dataset,
  Element,
  EmployerRecord,
  Manifest,
  MeasureInfo,
  Measures,
  ModelRecord,
  OccupationRecord,
  OnetRecord,
  PayBand,
  RegionPay,
  UnitGroup,
} from './types.js';

/** Where the project keeps its catalogue, from the project's folder. */
export const DATA_FOLDER = join('libs', 'occupations', 'data');

function read(folder: string, file: string): Buffer {
  try {
    return readFileSync(join(folder, file));
  } catch (error) {
    throw new DatasetError(file, `cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`);
  }
}

function readManifest(folder: string): Manifest {
  let manifest: Manifest;
  try {
    manifest = JSON.parse(read(folder, MANIFEST_FILE).toString('utf8')) as Manifest;
  } catch (error) {
    if (error instanceof DatasetError) throw error;
    throw new DatasetError(MANIFEST_FILE, 'not valid JSON');
  }
  if (manifest.format !== 1)
    throw new DatasetError(MANIFEST_FILE, `format ${String(manifest.format)}, 1 expected`);
  for (const name of DATA_FILES) {
    if (!manifest.files.some((file) => file.name === name))
      throw new DatasetError(MANIFEST_FILE, `does not list ${name}`);
  }
  const version = sha256(manifest.files.map((file) => file.sha256).join('\n')).slice(0, 12);
  if (!manifest.version.endsWith(`-${version}`))
    throw new DatasetError(MANIFEST_FILE, 'its version does not fit the hashes it lists');
  return manifest;
}

/**
 * Reads the catalogue, checks every file against its SHA-256 and returns it frozen. Meant to be called once, at boot.
 *
 * @param folder the data folder; by default the one that ships with the project, wherever the program was started
 * @throws DatasetError naming the file that is missing or was changed
 */
export function loadDataset(folder: string = projectPath(DATA_FOLDER)): Dataset {
  const manifest = readManifest(folder);
  const records = <T>(name: DataFile): T[] => {
    const bytes = read(folder, name);
    const expected = manifest.files.find((file) => file.name === name);
    if (sha256(bytes) !== expected?.sha256)
      throw new DatasetError(name, 'its bytes do not fit the checksum in the manifest');
    return deepFreeze(JSON.parse(bytes.toString('utf8')) as T[]);
  };
  const occupations = records<OccupationRecord>('occupations.json');
  const pay = records<PayBand>('pay.json');
  const titles = (name: DataFile): Map<string, readonly string[]> =>
    new Map(records<{ code: string; titles: string[] }>(name).map((record) => [record.code, record.titles]));
  return Object.freeze({
    version: manifest.version,
    manifest: deepFreeze(manifest),
    sources: new Map(manifest.sources.map((source) => [source.id, source])),
    occupations: new Map(occupations.map((occupation) => [occupation.code, occupation])),
    bySlug: new Map(occupations.map((occupation) => [occupation.slug, occupation])),
    onet: new Map(records<OnetRecord>('onet.json').map((record) => [record.code, record])),
    model: only(records<ModelRecord>('model.json')),
    elements: records<Element>('elements.json'),
    ratings: new Map(
      records<{ code: string; im: number[] }>('ratings.json').map(({ code, im }) => [code, im]),
    ),
    activities: new Map(records<Activity>('activities.json').map((activity) => [activity.id, activity])),
    activityShares: readActivityShares(records('activity-shares.json')),
    measures: readMeasures(records('measures.json')),
    measureInfo: records<MeasureInfo>('measure-info.json'),
    britishTitles: titles('british-titles.json'),
    unitGroups: new Map(records<UnitGroup>('unit-groups.json').map((group) => [group.code, group])),
    pay: new Map(pay.filter(({ code }) => code.length === 4).map((band) => [band.code, band])),
    majorGroupPay: new Map(pay.filter(({ code }) => code.length === 1).map((band) => [band.code, band])),
    pay2024: new Map(records<PayBand>('pay-2024.json').map((band) => [band.code, band])),
    regions: records<RegionPay>('regions.json'),
    employers: records<EmployerRecord>('employers.json'),
    bankHolidays: records<BankHoliday>('bank-holidays.json'),
    apprenticeships: new Map(
      records<ApprenticeshipRecord>('apprenticeships.json').map((record) => [record.reference, record]),
    ),
  });
}

function only<T>([first]: readonly T[]): T {
  if (first === undefined) throw new DatasetError('model.json', 'it is empty');
  return first;
}

type ShareRecord = { code: string; shares: [id: string, share: number, exposure: number, tasks: number][] };

function readActivityShares(records: readonly ShareRecord[]): Map<string, readonly ActivityShare[]> {
  return new Map(
    records.map(({ code, shares }) => [
      code,
      Object.freeze(
        shares.map(([id, share, exposure, tasks]) => Object.freeze({ id, share, exposure, tasks })),
      ),
    ]),
  );
}

function readMeasures(records: readonly Record<string, unknown>[]): Map<string, Measures> {
  return new Map(
    records.map(({ code, ...own }) => [
      code as string,
      Object.freeze(
        Object.fromEntries(
          Object.entries(own as Record<string, [number, number]>).map(([id, [value, percentile]]) => [
            id,
            Object.freeze({ value, percentile }),
          ]),
        ),
      ) as Measures,
    ]),
  );
}
