import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { DataSource } from 'typeorm';
import { databaseOptions, migrations, restoreBackup } from '@app/database';
import { migrateJobs } from '@app/jobs';
import { createTestDatabase, type TestDatabase } from '@app/testing';
import { migrateAll } from '../../apps/cli/src/migrate-all.js';
import { asking, type DatabaseUrls, dropEmptyDatabases, emptyDatabase } from '../support/empty-database.js';

/**
 * A backup of the scene of `test/invariants` as an earlier release wrote it: paid, drafted, approved, sent, refunded and disputed orders. A
 * release that adds migrations is tried on it. To take a later one: `writeBackup` of that scene, at the commit of the release.
 */
const FILE = fileURLToPath(new URL('filled-release.jsonl.gz', import.meta.url));

interface Line {
  readonly migrations?: readonly string[];
  readonly table?: string;
  readonly columns?: string;
  readonly rows?: number;
}

const lines = gunzipSync(readFileSync(FILE))
  .toString()
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Line);
const released = lines[0]?.migrations ?? [];
const tables = lines.flatMap(({ table, columns }) => (table && columns ? [{ table, columns }] : []));

let like: TestDatabase;
let place: DatabaseUrls;

async function migrateTo(url: string, names: readonly string[]): Promise<void> {
  const source = await new DataSource({
    ...databaseOptions(url, 1),
    migrations: migrations.filter(({ name }) => names.includes(name)),
  }).initialize();
  await source.runMigrations();
  await source.destroy();
}

/** What every table of the backup holds, in the columns it had then, as one hash each. */
async function contents(): Promise<Record<string, unknown>> {
  const held = await Promise.all(
    tables.map(async ({ table, columns }) => [
      table,
      await asking(
        place.ownerUrl,
        `select count(*)::int as rows, md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as hash from (select ${columns} from ${table}) t`,
      ),
    ]),
  );
  return Object.fromEntries(held) as Record<string, unknown>;
}

beforeAll(async () => {
  like = await createTestDatabase();
  place = await emptyDatabase(like);
});
afterAll(async () => {
  await dropEmptyDatabases();
  await like?.drop();
});

describe('a database that an earlier release filled', () => {
  it('is brought up to date with every row as it was, and forbids what this release forbids', async () => {
    const later = migrations.filter(({ name }) => !released.includes(name));
    expect(later.length).toBeGreaterThan(0);
    await migrateJobs(place.ownerUrl);
    await migrateTo(place.ownerUrl, released);
    await restoreBackup(place.ownerUrl, FILE);
    const before = await contents();
    expect(before['orders']).toEqual([{ rows: 7, hash: expect.any(String) }]);

    expect((await migrateAll(place.ownerUrl, place.url)).sort()).toEqual(
      later.map(({ name }) => name).sort(),
    );

    expect(await contents()).toEqual(before);
    expect(
      await asking(place.ownerUrl, `select 1 from blueprints where encode(sha256(pdf), 'hex') <> pdf_sha256`),
    ).toEqual([]);
    await expect(asking(place.url, `update order_consents set wording = 'x'`)).rejects.toThrow('is evidence');
    expect(await asking(place.url, 'select 1 from on_time_days')).toEqual([]);
  });
});
