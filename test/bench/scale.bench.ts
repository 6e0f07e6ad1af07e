import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbeddedServer } from '../../libs/database/src/embedded-server.js';
import type { Work } from './measure.js';
import { milliseconds, printTable, progress, type Row, times } from './ratio-table.js';
import type { Filled } from './scale/desk-of.js';
import type { NamedWork } from './scale/pages.js';
import { type Reading, readingOf, readsThrough, sameWay } from './scale/plans.js';

/** `npm run bench:scale -- 1000 10000` tries smaller sizes; `-- --only audit,retention` measures the rows whose names have one of these words. */
const given = process.argv
  .slice(2)
  .map(Number)
  .filter((size) => size >= 1_000);
const only = process.argv[process.argv.indexOf('--only') + 1]?.toLowerCase().split(',') ?? [];
const asked = ({ what }: NamedWork): boolean =>
  !process.argv.includes('--only') || only.some((word) => what.toLowerCase().includes(word));
const SIZES = given.length > 0 ? given : [1_000, 10_000, 100_000, 1_000_000];
const ROUNDS = 5;
/** What stays under this at the largest size is fast enough for anybody, whatever its ratio: milliseconds. */
const NOTHING = 3;

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

/** Wall-clock times of each work, in turns, so that what disturbs one size disturbs all. */
async function inTurns(works: readonly Work[], rounds: number): Promise<number[][]> {
  for (const work of works) for (let warm = 0; warm < Math.min(2, rounds - 1); warm += 1) await work();
  const seen: number[][] = works.map(() => []);
  for (let round = 0; round < rounds; round += 1)
    for (const [index, work] of works.entries()) {
      const start = performance.now();
      await work();
      seen[index]?.push(performance.now() - start);
    }
  return seen;
}

async function countAt(filled: Filled, sql: string): Promise<number> {
  const client = new pg.Client({ connectionString: filled.desk.database.ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ count: string }>(sql);
    return Math.max(1, Number(rows[0]?.count));
  } finally {
    await client.end();
  }
}

/**
 * One work at every size: the ratio of the largest to the smallest, in time and in pages touched, and whether the growing tables are read by the
 * same indexes. Time is what a person feels and what a busy machine spoils; pages are what the database did, whatever else ran.
 */
async function rowOf({ what, work, per }: NamedWork, sizes: readonly Filled[]): Promise<Row> {
  const works = sizes.map(work);
  const seen = await inTurns(works, per?.whole ? 1 : ROUNDS);
  const many: number[] = [];
  for (const size of sizes) many.push(per ? await countAt(size, per.count) : 1);
  const shortest = seen.map((all) => Math.min(...all));
  const grown = (many.at(-1) ?? NaN) / (many[0] ?? NaN);
  const ratio = median((seen.at(-1) ?? []).map((value, round) => value / (seen[0]?.[round] ?? NaN))) / grown;
  const read: Reading[] = [];
  if (!per?.whole)
    for (const [index, one] of works.entries())
      read.push(await readingOf(one, sizes[index]?.desk.database.ownerUrl ?? ''));
  const pages = read.map((one) => one.pages);
  const more = (pages.at(-1) ?? NaN) / Math.max(1, pages[0] ?? NaN) / grown;
  const last = read.at(-1);
  // A table of a thousand rows is a few pages, which PostgreSQL rightly reads through.
  const large = read.filter((_, index) => (sizes[index]?.orders ?? 0) >= 10_000);
  const same = large.every((one) => last !== undefined && sameWay(one, last));
  const through = last !== undefined && large.length > 0 && readsThrough(last);
  const fast = ratio <= 2 || more <= 2 || (shortest.at(-1) ?? NaN) <= NOTHING;
  return {
    what,
    seen: [
      `${shortest.map(milliseconds).join(' · ')} = ${times(ratio)}`,
      ...(per ? [`for ${many.join(' · ')}`] : []),
      ...(per?.whole ? [] : [`pages ${pages.join(' · ')} = ${times(more)}`]),
    ].join('; '),
    bar: per ? `≤ 2 × for each ${per.one}` : `≤ 2 ×, or ${NOTHING} ms`,
    pass: fast && same && !through,
    note: per?.whole
      ? 'looks at each of them'
      : `${same ? 'same plan' : `other plan: ${large.map(({ plan }) => plan.join(', ')).join(' | ')}`}${through ? `; reads through: ${last.plan.join(', ')}` : ''}`,
  };
}

const broken = (what: string, error: unknown): Row => ({
  ...{ what, seen: '–', bar: '', pass: false },
  note: error instanceof Error ? error.message.slice(0, 200) : String(error),
});

/**
 * A million orders take a while to fill: with BENCH_SCALE_FOLDER the databases are kept there, and what is filled and measured stays done. With
 * BENCH_SECONDS it stops between two steps and ends with 75; run it again to go on. Remove the folder after a migration.
 */
const { BENCH_SCALE_FOLDER: kept, BENCH_SECONDS: patience } = process.env;
const until = performance.now() + (patience ? Number(patience) * 1000 : Infinity);
const folder = kept ?? mkdtempSync(join(tmpdir(), 'bench-postgres-'));
mkdirSync(folder, { recursive: true });
chmodSync(folder, 0o755);
const server = await startEmbeddedServer(join(folder, 'data'), { lasting: false });
process.env['TEST_DATABASE_URL'] = server.url;
const results = join(folder, `rows-${SIZES.join('-')}.json`);
const rows: Row[] = existsSync(results) ? (JSON.parse(readFileSync(results, 'utf8')) as Row[]) : [];
const filled: Filled[] = [];

/** @returns whether everything was done in time. */
async function measureAll(): Promise<boolean> {
  const { filledWith } = await import('./scale/desk-of.js');
  const { PAGES } = await import('./scale/pages.js');
  const { SCHEDULES } = await import('./scale/schedules.js');
  const works = [...PAGES, ...SCHEDULES].filter(asked);
  if (works.length === 0) throw new Error('No row is called that.');
  // A signed log of millions of entries takes longer to make than everything else.
  const audited = works.some(({ what }) => what.includes('audit'));
  for (const size of SIZES) {
    progress(`filling a database with ${size} orders`);
    const one = await filledWith(size, until, audited);
    if (!one) return false;
    filled.push(one);
  }
  for (const one of works) {
    if (rows.some(({ what }) => what === one.what)) continue;
    if (performance.now() > until) return false;
    const row = await rowOf(one, filled).catch((error: unknown) => broken(one.what, error));
    rows.push(row);
    writeFileSync(results, JSON.stringify(rows));
    progress(`${row.pass ? 'pass' : 'FAIL'} ${row.what}: ${row.seen}; ${row.note ?? ''}`);
  }
  return true;
}

try {
  if (!(await measureAll())) process.exitCode = 75;
  else if (
    !printTable(
      `At ${SIZES.join(' · ')} orders: shortest time at each, and the ratio of the last to the first`,
      rows,
    )
  )
    process.exitCode = 1;
} finally {
  for (const one of filled) await one.close();
  await server.stop();
  if (kept === undefined) rmSync(folder, { recursive: true, force: true });
}
