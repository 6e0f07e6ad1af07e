import type { Command } from 'commander';
import { loadEnvironment } from '@app/config';
import { backUp, restore } from '../backup.js';
import { loadCatalogueVersion } from '../load-catalogue.js';
import { migrateAll } from '../migrate-all.js';
import { resealAll } from '../reseal.js';

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
  program
    .command('backup')
    .description(
      'write every row of the database, and the files kept outside it, to one file, while the product goes on',
    )
    .argument('<file>', 'such as /backups/pivotwise-2026-11-30.jsonl.gz; it holds personal data')
    .action(async (file: string) => {
      const { words, whole } = await backUp(loadEnvironment(), file);
      console.log(words);
      if (!whole) process.exitCode = 1;
    });
  program
    .command('restore')
    .description('put a backup into a new, empty database, and compare it row by row')
    .argument('<file>', 'what `backup` wrote')
    .option('--as-is', 'nothing was sent since the backup: emails that wait go on by themselves')
    .action(async (file: string, { asIs = false }: { asIs?: boolean }) =>
      console.log(await restore(loadEnvironment(), file, { asIs })),
    );
  program
    .command('reseal')
    .description('after a change of APP_SECRET: seal anew what APP_OLD_SECRETS sealed')
    .action(async () => console.log(await resealAll()));
}
