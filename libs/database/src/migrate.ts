import { DataSource } from 'typeorm';
import { ADVISORY_LOCKS } from './advisory-locks.js';
import { databaseOptions } from './database.module.js';

/** Runs every migration that has not run, in one transaction. Returns their names. Safe when several processes start at once. */
export async function migrate(url: string): Promise<string[]> {
  const source = await new DataSource(databaseOptions(url, 2)).initialize();
  const lock = source.createQueryRunner();
  try {
    // One that migrates may take long; here waiting is right, and so is a long statement.
    await lock.query(`set lock_timeout = 0; set statement_timeout = 0`);
    // Two processes that migrate at once would both see the same missing migration; the second waits here instead.
    await lock.query('select pg_advisory_lock($1)', [ADVISORY_LOCKS.migrations]);
    const done = await source.runMigrations();
    return done.map(({ name }) => name);
  } finally {
    await lock.query('select pg_advisory_unlock($1)', [ADVISORY_LOCKS.migrations]).catch(() => undefined);
    await lock.release();
    await source.destroy();
  }
}
