import pg from 'pg';
import { ADVISORY_LOCKS, grantToApplications, migrate } from '@app/database';
import { migrateJobs } from '@app/jobs';

const TEMPLATE = 'template_migrated';

/** The same database as the role of the applications, which owns nothing: what production does, tests do. */
export function asApplications(ownerUrl: string): string {
  const url = new URL(ownerUrl);
  url.username = 'pivotwise_app';
  url.password = 'only-for-tests';
  return url.href;
}

/** The migrated template database, made by the first test file that asks; the others wait for it. */
export async function templateDatabase(): Promise<{ adminUrl: string; template: string }> {
  const adminUrl = process.env['TEST_DATABASE_URL'];
  if (!adminUrl)
    throw new Error(
      'TEST_DATABASE_URL is not set: run the tests with `npm test`, which starts a PostgreSQL.',
    );
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    await admin.query('select pg_advisory_lock($1)', [ADVISORY_LOCKS.testTemplate]);
    const { rowCount } = await admin.query('select 1 from pg_database where datname = $1', [TEMPLATE]);
    if (rowCount === 0) {
      await admin.query('drop database if exists template_unfinished with (force)');
      await admin.query('create database template_unfinished');
      const url = new URL(adminUrl);
      url.pathname = '/template_unfinished';
      await migrateJobs(url.href);
      await migrate(url.href);
      await grantToApplications(url.href, asApplications(url.href));
      await admin.query(`alter database template_unfinished rename to ${TEMPLATE}`);
    }
  } finally {
    await admin.end();
  }
  return { adminUrl, template: TEMPLATE };
}
