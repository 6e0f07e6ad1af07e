import { grantToApplications, migrate } from '@app/database';
import { migrateJobs } from '@app/jobs';

/**
 * Brings every table up to date and lets the applications' role work with them. Safe to repeat.
 * @param ownerUrl whoever owns the tables; @param applicationsUrl what the applications connect with.
 * @returns the names of the migrations that ran.
 */
export async function migrateAll(ownerUrl: string, applicationsUrl: string): Promise<string[]> {
  await migrateJobs(ownerUrl);
  const done = await migrate(ownerUrl);
  await grantToApplications(ownerUrl, applicationsUrl);
  return done;
}
