import { AuditChain, anchorsIn } from '@app/audit';
import { Environment } from '@app/config';
import { restoreBackup, writeBackup } from '@app/database';
import { DeliveryService } from '@app/delivery';
import { releaseJobs } from '@app/jobs';
import { DataSource } from 'typeorm';
import { withApplication } from './commands/with-application.js';
import { migrateAll } from './migrate-all.js';

type Databases = Pick<Environment, 'DATABASE_URL' | 'MIGRATION_DATABASE_URL'>;

/** @returns what was written, in words. */
export async function backUp(
  { DATABASE_URL, MIGRATION_DATABASE_URL }: Databases,
  file: string,
): Promise<string> {
  const tables = await writeBackup(MIGRATION_DATABASE_URL ?? DATABASE_URL, file);
  return `${countOf(tables)} are in ${file}. Try it now and then: restore it into an empty database.`;
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
  const { tables, madeAt } = await restoreBackup(ownerUrl, file);
  const more = await withApplication({ ...environment, DATABASE_URL }, async (app) => {
    const source = app.get(DataSource);
    await releaseJobs((sql) => source.query(sql));
    const doubted = asIs ? 0 : await app.get(DeliveryService).doubtUnsent(madeAt);
    const anchors = await anchorsIn(app.get(Environment).AUDIT_ANCHOR_FILE);
    const check = await app.get(AuditChain).verify(anchors);
    return [
      check.intact
        ? `The audit log is whole: ${check.entries} entries.`
        : `The audit log ends or breaks at entry ${check.brokenAt}: ${check.why}. If the anchors go on where the backup ends, that is what was lost.`,
      ...(doubted > 0
        ? [`${doubted} emails waited and may have gone since: they are on the desk, to be looked at.`]
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
