import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { restoreBackup, writeBackup } from '@app/database';
import { backUp, restore } from '../../apps/cli/src/backup.js';
import { migrateAll } from '../../apps/cli/src/migrate-all.js';
import { testEnvironment } from '@app/testing';
import { asking, dropEmptyDatabases, emptyDatabase } from '../support/empty-database.js';
import { ForbiddenScene } from '../support/invariants/forbidden-scene.js';

let scene: ForbiddenScene;
let folder: string | undefined;
let file: string;
/** The usual settings of tests as variables of a process. */
const VARIABLES = Object.fromEntries(
  Object.entries({ ...testEnvironment() }).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  ),
);

const settings = (databases: { ownerUrl: string; url: string }) => ({
  DATABASE_URL: databases.url,
  MIGRATION_DATABASE_URL: databases.ownerUrl,
});

beforeAll(async () => {
  scene = await ForbiddenScene.open();
  folder = mkdtempSync(join(tmpdir(), 'backup-'));
  file = join(folder, 'all.jsonl.gz');
});
afterAll(async () => {
  await scene?.database.drop();
  await dropEmptyDatabases();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

describe('a backup', () => {
  it('is restored into an empty place: every table with its rows and hashes, every sequence, and the audit log whole', async () => {
    expect(await backUp(settings(scene.database), file)).toMatch(/^\d+ rows of \d+ tables are in /);
    const place = await emptyDatabase(scene.database);
    const said = await restore(settings(place), file, { asIs: false }, VARIABLES);
    expect(said).toMatch(/The audit log is whole: \d+ entries/);
    expect(said).toContain('Run `reconcile` next');
    const rows = `select (select count(*) from orders) as orders, (select count(*) from order_consents) as consents,
      (select count(*) from payments where accepted) as payments, (select string_agg(pdf_sha256, ',') from blueprints) as files,
      (select string_agg(encode(sha256(pdf), 'hex'), ',') from blueprints) as bytes, (select last_value from order_numbers) as numbers,
      (select count(*) from graphile_worker._private_jobs) as jobs, (select max(id) from order_events) as last_event`;
    const [before] = await asking(scene.database.ownerUrl, rows);
    const [after] = await asking(place.ownerUrl, rows);
    expect({ ...after, jobs: undefined }).toEqual({ ...before, jobs: undefined });
    expect(after?.['files']).toBe(after?.['bytes']);
    expect(after?.['files']).toMatch(/^[0-9a-f]{64}/);
    // What the database forbids, it forbids again, and to the same role.
    await expect(asking(place.url, `update order_consents set wording = 'x'`)).rejects.toThrow('is evidence');
    await expect(asking(place.url, 'truncate orders')).rejects.toThrow('permission denied');
    await asking(
      place.url,
      `insert into order_events (order_id, name, at) select id, 'amended', now() from orders limit 1`,
    );
  });

  it('that was cut, changed, or is of another release restores nothing, and none is put over what is there', async () => {
    await writeBackup(scene.database.ownerUrl, file);
    const place = await emptyDatabase(scene.database);
    await migrateAll(place.ownerUrl, place.url);
    const bytes = readFileSync(file);
    const cut = join(dirname(file), 'cut.gz');
    writeFileSync(cut, bytes.subarray(0, bytes.length - 200));
    await expect(restoreBackup(place.ownerUrl, cut)).rejects.toThrow(/cannot be read|cut short/);
    const { gunzipSync, gzipSync } = await import('node:zlib');
    const changed = join(dirname(file), 'changed.gz');
    writeFileSync(
      changed,
      gzipSync(gunzipSync(bytes).toString().replaceAll('ada@example.org', 'eve@example.org')),
    );
    await expect(restoreBackup(place.ownerUrl, changed)).rejects.toThrow(
      'does not hold what the backup says',
    );
    expect(await asking(place.ownerUrl, 'select 1 from orders')).toEqual([]);
    await asking(place.ownerUrl, `update migrations set name = 'Other' where name like 'RecordsStay%'`);
    await expect(restoreBackup(place.ownerUrl, file)).rejects.toThrow('is of another release');
    await expect(restoreBackup(scene.database.ownerUrl, file)).rejects.toThrow('is not empty');
  });
});
