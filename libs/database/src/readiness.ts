import type { DataSource } from 'typeorm';
import { roleFault } from './app-role.js';
import { pendingMigrations } from './pending-migrations.js';

/**
 * Why an app that needs this database should be given no work, in words that may be shown to anybody: no host, no user. Empty when it may.
 * @param more what an app knows beyond, in such words; asked of a database that is migrated.
 * @param production where an app that could switch off what the database forbids is not ready either.
 */
export async function databaseFaults(
  source: DataSource,
  production: boolean,
  more: (source: DataSource) => Promise<string | null> = () => Promise.resolve(null),
): Promise<string[]> {
  try {
    const pending = await pendingMigrations(source);
    const role = production ? await roleFault((sql) => source.query(sql)) : null;
    const beyond = pending.length > 0 ? null : await more(source);
    return [
      ...(pending.length > 0 ? [`The database is not migrated: ${pending.length} to run.`] : []),
      ...[role, beyond].filter((fault) => fault !== null),
    ];
  } catch {
    return ['The database does not answer.'];
  }
}
