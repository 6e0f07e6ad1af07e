import type { DataSource } from 'typeorm';
import { roleFault } from './app-role.js';
import { pendingMigrations } from './pending-migrations.js';

/**
 * Why an app that needs this database should be given no work, in words that may be shown to anybody: no host, no user. Empty when it may.
 * @param production where an app that could switch off what the database forbids is not ready either.
 */
export async function databaseFaults(source: DataSource, production: boolean): Promise<string[]> {
  try {
    const pending = await pendingMigrations(source);
    const role = production ? await roleFault((sql) => source.query(sql)) : null;
    return [
      ...(pending.length > 0 ? [`The database is not migrated: ${pending.length} to run.`] : []),
      ...(role === null ? [] : [role]),
    ];
  } catch {
    return ['The database does not answer.'];
  }
}
