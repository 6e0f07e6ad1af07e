import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedServer } from '../../libs/database/src/embedded-server.js';
import type { Work } from './measure.js';
import { milliseconds, printTable, progress, type Row, times } from './ratio-table.js';
import type { Filled } from './scale/desk-of.js';
import { type Reading, readingOf, readsThrough } from './scale/plans.js';

/** `npm run bench:scale -- 1000 10000` tries smaller sizes. */
const given = process.argv
  .slice(2)
  .map(Number)
  .filter((size) => size >= 1_000);
const SIZES = given.length > 0 ? given : [1_000, 10_000, 100_000, 1_000_000];
const ROUNDS = 15;
/** What stays under this at the largest size is fast enough for anybody, whatever its ratio: milliseconds. */
const NOTHING = 3;

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

/** Wall-clock times of each work, in turns, so that what disturbs one size disturbs all. */
async function inTurns(works: readonly Work[]): Promise<number[][]> {
  for (const work of works) for (let warm = 0; warm < 3; warm += 1) await work();
  const seen: number[][] = works.map(() => []);
  for (let round = 0; round < ROUNDS; round += 1)
    for (const [index, work] of works.entries()) {
      const start = performance.now();
      await work();
      seen[index]?.push(performance.now() - start);
    }
  return seen;
}

/**
 * One work at every size: the ratio of the largest to the smallest, in time and in pages touched, and whether the growing tables are read in the
 * same way. Time is what a person feels and what a busy machine spoils; pages are what the database did, whatever else ran.
 */
async function rowOf(what: string, works: readonly Work[], sizes: readonly Filled[]): Promise<Row> {
  const seen = await inTurns(works);
  const shortest = seen.map((all) => Math.min(...all));
  const ratio = median((seen.at(-1) ?? []).map((value, round) => value / (seen[0]?.[round] ?? NaN)));
  const read: Reading[] = [];
  for (const [index, work] of works.entries())
    read.push(await readingOf(work, sizes[index]?.desk.database.ownerUrl ?? ''));
  const pages = read.map((one) => one.pages);
  const more = (pages.at(-1) ?? NaN) / Math.max(1, pages[0] ?? NaN);
  const [last = []] = read.slice(-1).map(({ plan }) => plan);
  // A table of a thousand rows is a few pages, which PostgreSQL rightly reads through.
  const large = read.filter((_, index) => (sizes[index]?.orders ?? 0) >= 10_000);
  const same = large.every(({ plan }) => plan.join() === last.join());
  const through = (sizes.at(-1)?.orders ?? 0) >= 10_000 && readsThrough(last);
  const fast = ratio <= 2 || more <= 2 || (shortest.at(-1) ?? NaN) <= NOTHING;
  return {
    what,
    seen: `${shortest.map(milliseconds).join(' · ')} = ${times(ratio)}; pages ${pages.join(' · ')} = ${times(more)}`,
    bar: `≤ 2 ×, or ${NOTHING} ms`,
    pass: fast && same && !through,
    note: `${same ? 'same plan' : `other plan: ${large.map(({ plan }) => plan.join(', ')).join(' | ')}`}${through ? `; reads through: ${last.join(', ')}` : ''}`,
  };
}

const folder = mkdtempSync(join(tmpdir(), 'bench-postgres-'));
chmodSync(folder, 0o755);
const server = await startEmbeddedServer(join(folder, 'data'), { lasting: false });
process.env['TEST_DATABASE_URL'] = server.url;
const filled: Filled[] = [];
try {
  const { filledWith } = await import('./scale/desk-of.js');
  const { WORKS } = await import('./scale/works.js');
  for (const size of SIZES) {
    progress(`filling a database with ${size} orders`);
    filled.push(await filledWith(size));
  }
  const rows: Row[] = [];
  for (const { what, work } of WORKS) {
    const row = await rowOf(what, filled.map(work), filled);
    rows.push(row);
    progress(`${what}: ${row.seen}`);
  }
  if (
    !printTable(
      `At ${SIZES.join(' · ')} orders: shortest time at each, and the ratio of the last to the first`,
      rows,
    )
  )
    process.exitCode = 1;
} finally {
  for (const one of filled) await one.close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
