import { AuditChain, anchorsIn } from '@app/audit';
import { fileFromBackup, filesForBackup, filesNotInBackup } from '@app/blueprint';
import { Bucket, bucketPlace } from '@app/bucket';
import { Environment } from '@app/config';
import { restoreBackup, writeBackup } from '@app/database';
import { DeliveryService } from '@app/delivery';
import { releaseJobs } from '@app/jobs';
import { DataSource } from 'typeorm';
import { withApplication } from './commands/with-application.js';
import { migrateAll } from './migrate-all.js';

type Databases = Pick<Environment, 'DATABASE_URL' | 'MIGRATION_DATABASE_URL'>;
type Places = Databases & Pick<Environment, 'FILES_URL' | 'FILES_KEY_ID' | 'FILES_SECRET'>;

/** What became of a backup, in words. */
export interface BackedUp {
  readonly words: string;
  /** Whether everything is in it. */
  readonly whole: boolean;
}

/** Every row, and every file that is kept outside the database. */
export async function backUp(places: Places, file: string): Promise<BackedUp> {
  const files = filesForBackup(new Bucket(bucketPlace(places)));
  const tables = await writeBackup(places.MIGRATION_DATABASE_URL ?? places.DATABASE_URL, file, files.read);
  const rows = `${countOf(tables)} are in ${file}`;
  return files.missing.length === 0
    ? { whole: true, words: `${rows}. Try it now and then: restore it into an empty database.` }
    : {
        whole: false,
        words: `${rows}, but ${files.missing.length} files are not: they are outside the database, and could not be had there as they were left. See what the doctor says of FILES_URL, then run it again. They are of the blueprints ${files.missing.join(', ')}.`,
      };
}

/**
 * Migrates an empty database, puts the backup into it, and looks whether the audit log is whole. Jobs that a worker held are free again.
 * @param options.asIs false: emails that waited may have gone since the backup, so a person decides about each.
 * @returns what was restored and what to do next, in words. @throws Error in words; the database is then as empty as before.
 */
export async function restore(
  { DATABASE_URL, MIGRATION_DATABASE_URL }: Databases,
  file: string,
  { asIs }: { readonly asIs: boolean },
  environment: NodeJS.ProcessEnv = {},
): Promise<string> {
  const ownerUrl = MIGRATION_DATABASE_URL ?? DATABASE_URL;
  await migrateAll(ownerUrl, DATABASE_URL);
  const { tables, madeAt } = await restoreBackup(ownerUrl, file, fileFromBackup);
  const more = await withApplication({ ...environment, DATABASE_URL }, async (app) => {
    const source = app.get(DataSource);
    await releaseJobs((sql) => source.query(sql));
    const doubted = asIs ? 0 : await app.get(DeliveryService).doubtUnsent(madeAt);
    const anchors = await anchorsIn(app.get(Environment).AUDIT_ANCHOR_FILE);
    const check = await app.get(AuditChain).verify(anchors);
    const left = await filesNotInBackup(source);
    return [
      check.intact
        ? `The audit log is whole: ${check.entries} entries.`
        : `The audit log ends or breaks at entry ${check.brokenAt}: ${check.why}. If the anchors go on where the backup ends, that is what was lost.`,
      ...(doubted > 0
        ? [`${doubted} emails waited and may have gone since: they are on the desk, to be looked at.`]
        : []),
      ...(left > 0
        ? [`${left} files of blueprints were not in the backup: they are wherever FILES_URL kept them.`]
        : []),
      'Run `reconcile` next: it finds payments and refunds that Stripe made since the backup.',
    ];
  });
  return [
    `${countOf(tables)} of ${madeAt.toISOString()} are restored, each table counted and hashed.`,
    ...more,
  ].join('\n');
}

function countOf(tables: Readonly<Record<string, number>>): string {
  const rows = Object.values(tables).reduce((sum, count) => sum + count, 0);
  return `${rows} rows of ${Object.keys(tables).length} tables`;
}
