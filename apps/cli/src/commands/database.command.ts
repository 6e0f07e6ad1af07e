import type { Command } from 'commander';
import { loadEnvironment } from '@app/config';
import { migrate } from '@app/database';
import { migrateJobs } from '@app/jobs';
import { loadCatalogueVersion } from '../load-catalogue.js';

export function registerDatabaseCommands(program: Command): void {
  program
    .command('migrate')
    .description('bring the database of DATABASE_URL up to date, and record the shipped catalogue')
    .action(async () => {
      const { DATABASE_URL } = loadEnvironment();
      await migrateJobs(DATABASE_URL);
      const done = await migrate(DATABASE_URL);
      console.log(done.length > 0 ? `Ran ${done.join(', ')}.` : 'The database was up to date.');
      console.log(`Catalogue ${await loadCatalogueVersion(DATABASE_URL)} is recorded.`);
    });
}
