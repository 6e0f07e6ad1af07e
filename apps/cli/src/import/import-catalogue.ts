import { join } from 'node:path';
import {
  type Content,
  type DataFile,
  loadContent,
  loadDataset,
  type MeasureInfo,
  prepareContent,
  shipPivots,
} from '@app/occupations';
import { readActivityNames } from './activity-names.js';
import { readBritishTitles } from './british-titles.js';
import { buildOccupations } from './build-occupations.js';
import { readCheckedLinks } from './checked-links.js';
import { byText } from './codes.js';
import { type Extent, ImportContext, type LeftOut } from './import-context.js';
import { publicName } from './public-names.js';
import { readSources } from './read-sources.js';
import { writeDataset } from './write-dataset.js';

/** What an import did, for the person who ran it. */
export interface ImportReport {
  readonly version: string;
  readonly occupations: number;
  readonly withRatings: number;
  readonly withUnitGroup: number;
  readonly withFreyOsborne: number;
  readonly withPaths: number;
  readonly bytes: number;
  readonly files: readonly { readonly name: string; readonly bytes: number; readonly records: number }[];
  readonly measures: readonly MeasureInfo[];
  readonly leftOut: readonly LeftOut[];
}

/** Where our own words for the catalogue are kept, from the project's folder. */
const CONTENT_FOLDER = join('libs', 'occupations', 'content');

/**
 * Builds the compact catalogue from the published files and writes it to `outFolder`, with the paths of every occupation. Same files in,
 * same bytes out. Nothing is written before everything was read and checked.
 *
 * @param sourceFolder folder with the published files under their own names
 * @param outFolder folder of the data set; its files are replaced
 * @param progress receives one line a step, for people
 * @param contentFolder folder of our own words: names, links read by hand, edited occupations
 * @param extent a sample is not held to the row counts of the published files, and to nothing less besides
 * @throws ImportError with file, row and reason when a file is damaged, cut or another one
 * @throws ContentError when our own words are damaged, or name what the new data no longer have
 */
export async function importCatalogue(
  sourceFolder: string,
  outFolder: string,
  progress: (line: string) => void,
  contentFolder: string = CONTENT_FOLDER,
  extent: Extent = 'published',
): Promise<ImportReport> {
  const context = new ImportContext(sourceFolder, progress, extent);
  const content = loadContent(contentFolder);
  const sources = await readSources(context);
  const checkedLinks = await readCheckedLinks(
    join(contentFolder, 'uk-links.yaml'),
    sources.codes,
    sources.ukJobs,
  );
  const britishTitles = await readBritishTitles(
    join(contentFolder, 'names', 'british-titles.yaml'),
    sources.codes,
  );
  progress('Working out scores, percentiles and activities');
  const built = buildOccupations(context, sources, checkedLinks, britishTitles);
  const occurring = new Set([...built.activityShares.values()].flat().map(({ id }) => id));
  const activities = await readActivityNames(join(contentFolder, 'activities.yaml'), occurring);
  const elements = [...sources.skills.elements, ...sources.knowledge.elements].map((element, order) => ({
    ...element,
    name: publicName(element.name),
    order,
  }));
  const contents: Record<DataFile, readonly unknown[]> = {
    'occupations.json': built.occupations,
    'elements.json': elements,
    'ratings.json': [...built.ratings].map(([code, im]) => ({ code, im })),
    'activities.json': activities,
    'activity-shares.json': [...built.activityShares].map(([code, shares]) => ({
      code,
      shares: shares.map(({ id, share, exposure, tasks }) => [id, share, exposure, tasks]),
    })),
    'measures.json': [...built.measures].map(([code, measures]) => ({
      code,
      ...Object.fromEntries(
        Object.entries(measures).map(([id, { value, percentile }]) => [id, [value, percentile]]),
      ),
    })),
    'measure-info.json': built.measureInfo,
    'titles.json': [...sources.titles]
      .sort(([a], [b]) => byText(a, b))
      .map(([code, titles]) => ({ code, titles })),
    'british-titles.json': [...sources.codingIndex.titles].map(([code, titles]) => ({ code, titles })),
    'unit-groups.json': [...sources.unitGroups]
      .sort(([a], [b]) => byText(a, b))
      .map(([code, name]) => ({ code, name, ...(sources.ukJobs.get(code) ?? { jobs: 0, sections: {} }) })),
    'pay.json': [
      ...sources.regionPay.majorGroups.values(),
      ...[...sources.pay.values()].sort((a, b) => byText(a.code, b.code)),
    ],
    'pay-2024.json': sources.pay2024,
    'regions.json': sources.regionPay.regions,
    'employers.json': sources.employers,
    'bank-holidays.json': sources.bankHolidays,
    'apprenticeships.json': sources.apprenticeships,
  };
  const manifest = await writeDataset(outFolder, contents, context.rows);
  const withPaths = await refreshPaths(outFolder, content, progress);
  prepareContent(outFolder, contentFolder);
  return {
    version: manifest.version,
    occupations: built.occupations.length,
    withRatings: built.ratings.size,
    withUnitGroup: built.occupations.filter(({ unitGroups }) => unitGroups.length > 0).length,
    withFreyOsborne: built.occupations.filter(({ f }) => f !== null).length,
    withPaths,
    bytes: manifest.files.reduce((sum, file) => sum + file.bytes, 0),
    files: manifest.files.map(({ name, bytes, records }) => ({ name, bytes, records })),
    measures: built.measureInfo,
    leftOut: context.leftOut,
  };
}

/**
 * Works out the paths of every occupation again from the data set in a folder: after an edited occupation was added, or its ratings
 * changed. @returns number of occupations that have paths
 */
export async function refreshPaths(
  folder: string,
  content: Content,
  progress: (line: string) => void,
): Promise<number> {
  progress('Working out the paths between all occupations');
  return shipPivots(folder, loadDataset(folder), content);
}
