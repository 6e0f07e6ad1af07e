import type { Command } from 'commander';
import { OutsideFiles } from '@app/blueprint';
import { withApplication } from './with-application.js';

export function registerFilesCommands(program: Command): void {
  program
    .command('files')
    .description('the files of delivered blueprints')
    .command('bring-back')
    .description(
      'bring every file from the bucket of FILES_URL back into the database; start the workers without FILES_URL first, or they move them again',
    )
    .action(async () => {
      const { back, lost } = await withApplication({}, (app) => app.get(OutsideFiles).bringAllBack());
      console.log(`${back} files are in the database, and in no bucket any more.`);
      if (lost.length === 0) return;
      console.log(
        `${lost.length} could not be had as they were left. They are of the blueprints ${lost.join(', ')}.`,
      );
      process.exitCode = 1;
    });
}
