import type { Command } from 'commander';
import { loadEnvironment } from '@app/config';
import { loadCatalogueVersion } from '../load-catalogue.js';
import { migrateAll } from '../migrate-all.js';

export function registerDatabaseCommands(program: Command): void {
  program
    .command('migrate')
    .description(
      'bring the database up to date as MIGRATION_DATABASE_URL, let DATABASE_URL use it, and record the shipped catalogue',
    )
    .action(async () => {
      const { DATABASE_URL, MIGRATION_DATABASE_URL } = loadEnvironment();
      const done = await migrateAll(MIGRATION_DATABASE_URL ?? DATABASE_URL, DATABASE_URL);
      console.log(done.length > 0 ? `Ran ${done.join(', ')}.` : 'The database was up to date.');
      console.log(`Catalogue ${await loadCatalogueVersion(DATABASE_URL)} is recorded.`);
    });
}
