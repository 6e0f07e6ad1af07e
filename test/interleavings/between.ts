import type { QueryRunner } from 'typeorm';
import { until } from '../../apps/cli/src/journey/until.js';
import type { TestSite } from '../support/your-data/test-site.js';

/** How many of our connections wait for a lock. */
async function waiting(site: TestSite): Promise<number> {
  const [row] = await site.query<{ count: number }>(
    `select count(*)::int as count from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
  );
  return row?.count ?? 0;
}

/** Waits until so many of our transactions stand still because of another one. */
export const untilWaiting = (site: TestSite, count: number): Promise<true> =>
  until(`${count} to wait`, async () => ((await waiting(site)) >= count ? true : undefined));

/** Begins something that must stop where this row is needed, lets `meanwhile` happen there, and lets it go on. */
export async function between<T>(
  site: TestSite,
  hold: (runner: QueryRunner) => Promise<unknown>,
  begin: () => Promise<T>,
  meanwhile: () => Promise<void>,
): Promise<T> {
  const runner = site.database.source.createQueryRunner();
  await runner.startTransaction();
  try {
    await hold(runner);
    const begun = begin();
    begun.catch(() => undefined);
    await untilWaiting(site, 1);
    await meanwhile();
    await runner.rollbackTransaction();
    return await begun;
  } finally {
    if (runner.isTransactionActive) await runner.rollbackTransaction();
    await runner.release();
  }
}
