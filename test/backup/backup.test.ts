import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { systemClock } from '@app/kernel';
import { restoreBackup, writeBackup } from '@app/database';
import { backUp, restore } from '../../apps/cli/src/backup.js';
import { migrateAll } from '../../apps/cli/src/migrate-all.js';
import { testEnvironment } from '@app/testing';
import { filesInTable } from '../../libs/blueprint/src/outside/files-in-table.builder.js';
import { S3Server } from '../../libs/bucket/src/s3-server.builder.js';
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
    expect(await backUp(settings(scene.database), file)).toEqual({
      whole: true,
      words: expect.stringMatching(/^\d+ rows of \d+ tables are in /),
    });
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

  it('takes along what is kept outside the database, hashed, and says what it could not have of it', async () => {
    const bucket = await S3Server.start();
    try {
      const places = { ...settings(scene.database), ...bucket.settings };
      const { outside } = filesInTable(scene.database.source, systemClock, bucket.bucket());
      const { done, other } = scene;
      for (const { blueprintId, orderId } of [done, other])
        expect(await outside.move({ id: blueprintId, orderId })).toBe(true);

      expect(await backUp(places, file)).toMatchObject({ whole: true });
      const place = await emptyDatabase(scene.database);
      // Without the bucket, as where all of it was lost.
      await restore(settings(place), file, { asIs: false }, VARIABLES);
      expect(
        await asking(
          place.ownerUrl,
          `select encode(sha256(pdf), 'hex') = pdf_sha256 as whole, pdf_outside_since is not null as marked, count(*)::int as files
           from blueprints group by 1, 2 order by 3`,
        ),
      ).toEqual([
        { whole: true, marked: true, files: 2 },
        { whole: true, marked: false, files: 4 },
      ]);

      await bucket.bucket().put(`blueprints/${done.blueprintId}/${done.sha256}.pdf`, Buffer.from('other'));
      const less = await backUp(places, file);
      expect(less).toEqual({ whole: false, words: expect.stringContaining(`1 files are not`) });
      expect(less.words).toContain(done.blueprintId);
      expect(less.words).not.toContain(other.blueprintId);
      const second = await emptyDatabase(scene.database);
      expect(await restore(settings(second), file, { asIs: false }, VARIABLES)).toContain(
        '1 files of blueprints were not in the backup',
      );

      await bucket.goAway();
      expect(await backUp(places, file)).toEqual({ whole: false, words: expect.stringContaining('2 files') });
      // A backup in which somebody changed a file is refused whole.
      await bucket.comeBack();
      await bucket.bucket().put(`blueprints/${done.blueprintId}/${done.sha256}.pdf`, done.pdf);
      expect(await backUp(places, file)).toMatchObject({ whole: true });
      const [text, base64] = [gunzipSync(readFileSync(file)).toString(), done.pdf.toString('base64')];
      expect(text).toContain(base64);
      writeFileSync(file, gzipSync(text.replace(base64, Buffer.from('other').toString('base64'))));
      const third = await emptyDatabase(scene.database);
      await expect(restore(settings(third), file, { asIs: false }, VARIABLES)).rejects.toThrow(
        'not the one its hash names',
      );
      expect(await asking(third.ownerUrl, 'select 1 from blueprints')).toEqual([]);
    } finally {
      await bucket.stop();
    }
  });

  it('that was cut, changed, or is of another release restores nothing, and none is put over what is there', async () => {
    await writeBackup(scene.database.ownerUrl, file);
    const place = await emptyDatabase(scene.database);
    await migrateAll(place.ownerUrl, place.url);
    const bytes = readFileSync(file);
    const cut = join(dirname(file), 'cut.gz');
    writeFileSync(cut, bytes.subarray(0, bytes.length - 200));
    await expect(restoreBackup(place.ownerUrl, cut)).rejects.toThrow(/cannot be read|cut short/);
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
