import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { loadEnvironment, projectPath } from '@app/config';
import {
  OUTLOOK_FILE,
  prepareEmploying,
  prepareLearning,
  prepareMoves,
  prepareRoutes,
  prepareSteps,
  tradeTitles,
} from '@app/labour-market';
import { loadContent, loadDataset, prepareContent } from '@app/occupations';
import { loadCatalogueVersion } from '../load-catalogue.js';
import { recordScores } from '../record-scores.js';

const CONTENT = 'libs/occupations/content';

/** Loaded when asked for: the readers of published files are not installed in production. */
const importer = () => import('../import/index.js');

function prepareLabourMarket(folder: string): void {
  const dataset = loadDataset(folder);
  prepareRoutes(dataset);
  prepareLearning(dataset.unitGroups);
  prepareSteps(dataset.unitGroups, undefined, undefined, tradeTitles(dataset));
  prepareEmploying(dataset);
  prepareMoves(dataset);
}

export function registerCatalogueCommands(program: Command): void {
  const catalogue = program.command('catalogue').description('the occupations and their figures');
  catalogue
    .command('import')
    .description('read the published files in a folder and write the data set that ships with the project')
    .argument('<folder>', 'holds onet/, ashe/, crosswalk/ … as published')
    .option('--out <folder>', 'where the data set goes', 'libs/occupations/data')
    .action(async (folder: string, { out }: { out: string }) => {
      const { importCatalogue, importOutlook } = await importer();
      const data = resolve(projectPath(), out);
      await importCatalogue(folder, data, (line) => console.log(line));
      await importOutlook(folder, OUTLOOK_FILE);
      prepareLabourMarket(data);
      console.log('Next: npm test, look at the changed figures, and commit the data set.');
    });
  catalogue
    .command('paths')
    .description('work out the paths between all occupations again and prepare the content, after it changed')
    .option('--data <folder>', 'the data set', 'libs/occupations/data')
    .action(async ({ data }: { data: string }) => {
      const folder = resolve(projectPath(), data);
      const content = projectPath(CONTENT);
      const { refreshPaths } = await importer();
      const count = await refreshPaths(folder, loadContent(content), (line) => console.log(line));
      prepareContent(folder, content);
      prepareLabourMarket(folder);
      console.log(`Paths of ${count} occupations are written. Next: npm test, and commit the data set.`);
    });
  catalogue
    .command('record')
    .description(
      'write down the published scores that are others than those recorded, and why; when both parts change, once after each',
    )
    .addOption(
      new Option('--part <part>', 'where the change comes from')
        .choices(['world', 'method'])
        .makeOptionMandatory(),
    )
    .requiredOption('--why <sentences>', 'what changed, for the pages of changes')
    .action(({ part, why }: { part: 'world' | 'method'; why: string }) =>
      console.log(recordScores(part, why)),
    );
  catalogue
    .command('load')
    .description('record the version of the shipped data set in the database of DATABASE_URL')
    .action(async () =>
      console.log(`Catalogue ${await loadCatalogueVersion(loadEnvironment().DATABASE_URL)} is recorded.`),
    );
}
