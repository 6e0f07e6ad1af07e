import { join } from 'node:path';
import {
  type Content,
  type DataFile,
  loadContent,
  loadDataset,
  groupPages,
  loadGroupLinks,
  type MeasureInfo,
  type ModelRecord,
  occupationScore,
  prepareContent,
  roundHalfUp,
  shipPivots,
} from '@app/occupations';
import { readActivityNames } from './activity-names.js';
import { buildOccupations, type Judgements } from './build-occupations.js';
import { byText } from './codes.js';
import { checkLinks } from './groups/check-links.js';
import { readOverruled } from './groups/overruled.js';
import { type Extent, ImportContext, type LeftOut } from './import-context.js';
import { publicName } from './public-names.js';
import { readSources, type Sources } from './read-sources.js';
import { writeDataset } from './write-dataset.js';

/** What an import did, for the person who ran it. */
export interface ImportReport {
  readonly version: string;
  readonly occupations: number;
  /** Groups whose figures are of their own links, not of the unit group or a wider one. */
  readonly withOwnFigures: number;
  readonly withOwnRatings: number;
  readonly model: ModelRecord;
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
  const judgements = judgementsOf(contentFolder, content, sources);
  checkLinks(judgements.links, sources.candidates, readOverruled(contentFolder));
  progress('Working out scores, percentiles and activities');
  const built = buildOccupations(context, sources, judgements);
  const occurring = new Set([...built.activityShares.values()].flat().map(({ id }) => id));
  const activities = await readActivityNames(join(contentFolder, 'activities.yaml'), occurring);
  const elements = [...sources.skills.elements, ...sources.knowledge.elements].map((element, order) => ({
    ...element,
    name: publicName(element.name),
    order,
  }));
  const contents: Record<DataFile, readonly unknown[]> = {
    'occupations.json': built.occupations,
    'onet.json': built.onet,
    'model.json': [built.model],
    'elements.json': elements,
    'ratings.json': [...built.ratings].map(([code, im]) => ({ code, im })),
    'activities.json': activities,
    'activity-shares.json': [...built.activityShares].map(([code, shares]) => ({
      code,
      shares: shares.map(({ id, share, exposure, tasks }) => [
        id,
        roundHalfUp(share, 6),
        roundHalfUp(exposure, 2),
        tasks,
      ]),
    })),
    'measures.json': [...built.measures].map(([code, measures]) => ({
      code,
      ...Object.fromEntries(
        Object.entries(measures).map(([id, { value, percentile }]) => [id, [value, percentile]]),
      ),
    })),
    'measure-info.json': built.measureInfo,
    'british-titles.json': [...built.britishTitles].map(([code, titles]) => ({ code, titles })),
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
  const withPaths = await refreshPaths(outFolder, content, progress, contentFolder);
  prepareContent(outFolder, contentFolder);
  return {
    version: manifest.version,
    occupations: built.occupations.length,
    withOwnFigures: built.occupations.filter(({ figures }) => figures === 'own').length,
    withOwnRatings: built.occupations.filter(({ ratings }) => ratings === 'own').length,
    model: built.model,
    withPaths,
    bytes: manifest.files.reduce((sum, file) => sum + file.bytes, 0),
    files: manifest.files.map(({ name, bytes, records }) => ({ name, bytes, records })),
    measures: built.measureInfo,
    leftOut: context.leftOut,
  };
}

function judgementsOf(folder: string, content: Content, sources: Sources): Judgements {
  const slugs = new Set(content.edited.map(({ slug }) => slug));
  const groups = new Set([...sources.unitGroups.keys(), ...sources.codingIndex.groups.keys()]);
  return {
    links: loadGroupLinks(new Set(sources.unitGroups.keys()), sources.codes, join(folder, 'groups', 'links')),
    pages: groupPages(content.pages, slugs, groups),
    titles: content.titles,
    edited: new Map(
      content.edited.map(({ slug, content: { tasks } }) => [
        slug,
        occupationScore(tasks.map((task) => ({ ...task, share: task.share / 100 }))),
      ]),
    ),
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
  contentFolder: string = CONTENT_FOLDER,
): Promise<number> {
  progress('Working out the paths between all occupations');
  return shipPivots(folder, loadDataset(folder), content, join(contentFolder, 'groups'));
}
