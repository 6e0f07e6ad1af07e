import type { Bucket } from '@app/bucket';
import { OutsideFiles } from '@app/blueprint';
import { Environment } from '@app/config';
import { sha256 } from '@app/kernel';
import { OrderErasure, PersonalDataJobs } from '@app/personal-data';
import { StaffTasks } from '@app/tasks';
import { runJobs } from '@app/testing';
import { DataSource } from 'typeorm';
import { examine } from '../../apps/cli/src/doctor.js';
import { createDesk } from '../../apps/desk/src/create-desk.js';
import { Person } from '../../apps/cli/src/journey/person.js';
import { filesInTable } from '../../libs/blueprint/src/outside/files-in-table.builder.js';
import { S3Server } from '../../libs/bucket/src/s3-server.builder.js';
import { WorkerFixture } from '../support/schedules/worker-fixture.js';
import { TestSite } from '../support/your-data/test-site.js';

let server: S3Server;
let bucket: Bucket;
let site: TestSite;
beforeAll(async () => {
  server = await S3Server.start();
  bucket = server.bucket();
  site = await TestSite.open(server.settings);
});
afterAll(async () => {
  await site?.close();
  await server?.stop();
});

interface Sent {
  readonly orderId: string;
  readonly person: Person;
  readonly page: string;
  readonly link: string;
  readonly id: string;
  readonly hash: string;
  readonly key: string;
}

/** Somebody who has their blueprint, drawn and approved as always, and the link to it. */
async function delivered(email?: string): Promise<Sent> {
  site.mail.taken.length = 0;
  const { orderId, person, page } = await site.buyer(email);
  await site.deliver(orderId);
  const link = /\S+\/download\/\S+/.exec((await site.mail.about('Blueprint is ready')).text ?? '')?.[0] ?? '';
  const [row] = await site.query<{ id: string; hash: string }>(
    'select id, pdf_sha256 as hash from blueprints where order_id = $1',
    [orderId],
  );
  const { id = '', hash = '' } = row ?? {};
  return { orderId, person, page, link, id, hash, key: `blueprints/${id}/${hash}.pdf` };
}

const tick = (): Promise<void> => WorkerFixture.tickBeside(site, 'delivery.move-files');
const outside = (): OutsideFiles => site.app.get(OutsideFiles, { strict: false });

/** Where the bytes of a file are: in the table, and marked as possibly outside. */
async function whereIs({ id }: Sent): Promise<unknown> {
  const [row] = await site.query(
    'select pdf is not null as here, pdf_outside_since is not null as marked, erased_at is not null as erased from blueprints where id = $1',
    [id],
  );
  return row;
}
const MOVED = { here: false, marked: true, erased: false };

/** What a browser has of the link: its page, and behind its button the file. */
async function collected({
  link,
}: Sent): Promise<{ status: number; retryAfter: string | null; body: Buffer }> {
  const seen = async (answer: Response) => ({
    status: answer.status,
    retryAfter: answer.headers.get('retry-after'),
    body: Buffer.from(await answer.arrayBuffer()),
  });
  const landing = await fetch(link, { headers: { accept: 'text/html' } });
  const page = await seen(landing);
  if (page.status !== 200) return page;
  const _csrf = /name="_csrf" value="([^"]+)"/.exec(page.body.toString())?.[1] ?? '';
  const cookie = landing.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
  return await seen(
    await fetch(link, {
      method: 'POST',
      headers: { origin: new URL(link).origin, cookie },
      body: new URLSearchParams({ _csrf, file: 'pdf' }),
    }),
  );
}
/** Whether the link gives out the very file that was approved. */
async function isGivenOut(sent: Sent): Promise<boolean> {
  const { status, body } = await collected(sent);
  return status === 200 && sha256(body) === sent.hash;
}

const lostTasks = async (): Promise<string[]> =>
  (await site.app.get(StaffTasks, { strict: false }).open())
    .filter(({ kind }) => kind === 'file_lost')
    .map(({ subject }) => subject);

describe('a delivered file', () => {
  it('moves by the worker’s schedule, one that was not delivered stays, and by link and email the same bytes go out', async () => {
    const sent = await delivered();
    const { orderId: waiting } = await site.buyer('eve@example.com');
    await tick();
    expect(await whereIs(sent)).toEqual(MOVED);
    expect(sha256((await bucket.get(sent.key, 1_000_000)) ?? '')).toBe(sent.hash);
    expect(
      await site.query(
        'select pdf is not null as here, pdf_outside_since from blueprints where order_id = $1',
        [waiting],
      ),
    ).toEqual([{ here: true, pdf_outside_since: null }]);

    expect(await isGivenOut(sent)).toBe(true);
    site.mail.taken.length = 0;
    await sent.person.open(sent.page);
    await sent.person.submit({}, { action: '/blueprint/send' });
    await site.work();
    const { attachments } = await site.mail.about('Blueprint is ready');
    expect(attachments.map(({ content }) => sha256(content))).toContain(sent.hash);
    // A second tick finds nothing to do.
    await tick();
    expect(await whereIs(sent)).toEqual(MOVED);
  });

  it('that was changed or removed outside is not given out, is put before staff, and comes right by itself', async () => {
    for (const spoil of [
      (key: string) => bucket.put(key, Buffer.from('%PDF of somebody else')),
      (key: string) => bucket.remove(key),
    ]) {
      const sent = await delivered();
      await tick();
      await spoil(sent.key);
      const answer = await collected(sent);
      expect(answer).toMatchObject({ status: 503, retryAfter: '3600' });
      expect(answer.body.toString()).toContain('we do not give it out');
      expect(
        await site.query(
          'select 1 from downloads where link_id in (select id from download_links where order_id = $1)',
          [sent.orderId],
        ),
      ).toEqual([]);
      expect(await lostTasks()).toEqual([sent.id]);

      await tick();
      expect(await lostTasks()).toEqual([]);
      const [task] = await site.query<{ resolution: string }>(
        `select resolution from staff_tasks where subject = $1`,
        [sent.id],
      );
      expect(task?.resolution).toContain('drawn anew, byte for byte');
      // And was moved again in the same tick.
      expect(await whereIs(sent)).toEqual(MOVED);
      expect(await isGivenOut(sent)).toBe(true);
    }
  });

  it('that cannot be drawn anew stays before staff until its object is back', async () => {
    const sent = await delivered();
    await tick();
    const bytes = (await bucket.get(sent.key, 1_000_000)) ?? Buffer.from('');
    await bucket.remove(sent.key);
    // As after a release with other templates.
    const lost = filesInTable(site.app.get(DataSource), site.clock, bucket);
    Object.assign(lost.lost, { assets: { current: null } });
    await expect(lost.service.file(sent.id)).rejects.toMatchObject({ code: 'file_lost' });
    await lost.lost.lookAgain();
    expect(await lostTasks()).toEqual([sent.id]);
    await bucket.put(sent.key, bytes);
    await lost.lost.lookAgain();
    expect(await lostTasks()).toEqual([]);
  });
});

describe('while the bucket is away,', () => {
  it('nothing is lost: readers are told when to come back, and a tick leaves every file where it is', async () => {
    const [moved, next] = [await delivered(), await delivered('bob@example.com')];
    await outside().move(moved);
    await server.goAway();
    try {
      const answer = await collected(moved);
      expect(answer).toMatchObject({ status: 503, retryAfter: '60' });
      expect(answer.body.toString()).toContain('Nothing is lost');
      expect(answer.body.toString()).not.toMatch(/127\.0\.0\.1|ECONNREFUSED/);
      expect(await isGivenOut(next)).toBe(true);
      await expect(outside().move(next)).rejects.toMatchObject({ code: 'files_unavailable' });
      expect(await whereIs(next)).toEqual({ here: true, marked: true, erased: false });
      expect(await isGivenOut(next)).toBe(true);
      expect(await lostTasks()).toEqual([]);
      expect((await examine({ ...variables(), ...server.settings })).join('\n')).toMatch(
        /FILES_URL cannot be used \(.*ECONNREFUSED\)/,
      );
    } finally {
      await server.comeBack();
    }
    await tick();
    for (const sent of [moved, next]) {
      expect(await whereIs(sent)).toEqual(MOVED);
      expect(await isGivenOut(sent)).toBe(true);
    }
  });

  it('erasure waits, says so, and is done by itself once it is back: the object first, then the row', async () => {
    const sent = await delivered();
    await outside().move(sent);
    await server.goAway();
    const { person, page, orderId } = sent;
    try {
      await person.open(`${page}/data/erase`);
      await person.submit({ sure: 'yes' }, { action: '/data/erase', expected: 503 });
      expect(person.here.text).toContain('Nothing is erased yet');
      await person.open(`${page}/data`);
      expect(person.here.text).not.toContain('are erased');
      expect(await whereIs(sent)).toEqual(MOVED);
      expect(await site.query('select erased_at from orders where id = $1', [orderId])).toEqual([
        { erased_at: null },
      ]);
      await expect(erasures()).rejects.toMatchObject({ code: 'files_unavailable' });
    } finally {
      await server.comeBack();
    }
    expect(await bucket.get(sent.key, 1_000_000)).not.toBeNull();
    expect(await erasures()).toEqual(['personal-data.erase-order']);
    expect(await bucket.get(sent.key, 1_000_000)).toBeNull();
    expect(await whereIs(sent)).toEqual({ here: false, marked: false, erased: true });
    await person.open(`${page}/data`);
    expect(person.here.text).toContain('Your answers and your blueprint are erased');
    await new Person().open(sent.link, 410);
  });
});

/** Runs the erasures that were asked for and wait. */
const erasures = (): Promise<string[]> =>
  runJobs(site.database.source, site.app.get(PersonalDataJobs, { strict: false }).boundJobs());

/** The bucket, but that the process dies once it has put an object. */
const dyingAfterPut = (): Bucket =>
  Object.assign(server.bucket(), { get: () => Promise.reject(new Error('killed')) });

describe('a process that dies between bucket and row', () => {
  it('loses nothing, and leaves nothing behind that erasing would miss', async () => {
    const [again, gone] = [await delivered(), await delivered('bob@example.com')];
    const dying = filesInTable(site.app.get(DataSource), site.clock, dyingAfterPut()).outside;
    for (const sent of [again, gone]) {
      await expect(dying.move(sent)).rejects.toThrow('killed');
      expect(await whereIs(sent)).toEqual({ here: true, marked: true, erased: false });
      expect(await bucket.get(sent.key, 1_000_000)).not.toBeNull();
      expect(await isGivenOut(sent)).toBe(true);
    }
    await tick();
    expect(await whereIs(again)).toEqual(MOVED);
    const erased = await delivered('cai@example.com');
    await expect(dying.move(erased)).rejects.toThrow('killed');
    await site.app.get(OrderErasure, { strict: false }).erase(erased.orderId, 'asked');
    expect(await bucket.get(erased.key, 1_000_000)).toBeNull();
    expect(await whereIs(erased)).toEqual({ here: false, marked: false, erased: true });
  });

  it('and a bucket that gives back other bytes than were put, leave the file in the table', async () => {
    const sent = await delivered();
    const spoiling = Object.assign(server.bucket(), {
      put: (key: string) => bucket.put(key, Buffer.from('%PDF of somebody else')),
    });
    const { outside: there } = filesInTable(site.app.get(DataSource), site.clock, spoiling);
    await expect(there.move(sent)).rejects.toMatchObject({ code: 'files_unavailable' });
    expect(await whereIs(sent)).toEqual({ here: true, marked: true, erased: false });
    expect(await isGivenOut(sent)).toBe(true);
  });

  it('takes turns with whoever erases: no copy is made behind their back', async () => {
    const sent = await delivered();
    let go = (): void => undefined;
    const held = new Promise<void>((resolve) => (go = resolve));
    const slow = server.bucket();
    const put = slow.put.bind(slow);
    slow.put = async (key, bytes) => {
      await held;
      await put(key, bytes);
    };
    const moving = filesInTable(site.app.get(DataSource), site.clock, slow).outside.move(sent);
    await waiting(`wait_event = 'ClientRead' and state = 'idle in transaction'`);
    const erasing = site.app.get(OrderErasure, { strict: false }).erase(sent.orderId, 'asked');
    await waiting(`wait_event_type = 'Lock' and wait_event = 'advisory'`);
    go();
    await Promise.all([moving, erasing]);
    expect(await bucket.get(sent.key, 1_000_000)).toBeNull();
    expect(await whereIs(sent)).toEqual({ here: false, marked: false, erased: true });
  });
});

/** Comes back once a connection is as this says. */
async function waiting(how: string): Promise<void> {
  while (
    (await site.query(`select 1 from pg_stat_activity where datname = current_database() and ${how}`))
      .length === 0
  );
}

/** The settings of this site as variables of a process, without those of the bucket. */
const variables = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries({ ...site.app.get(Environment) }).flatMap(([name, value]) =>
      value === undefined || name.startsWith('FILES_') ? [] : [[name, String(value)]],
    ),
  );

describe('without its settings', () => {
  it('a bucket that holds files is missed by the doctor and by whoever asks whether an app is ready', async () => {
    const sent = await delivered();
    await tick();
    expect(await whereIs(sent)).toEqual(MOVED);
    const said = (await examine(variables())).join('\n');
    expect(said).toContain(
      'are kept outside the database, and FILES_URL, FILES_KEY_ID and FILES_SECRET are not set',
    );
    expect((await examine({ ...variables(), ...server.settings })).join('\n')).not.toContain('FILES_');
    const unset = Object.assign(new Environment(), site.app.get(Environment), { FILES_URL: undefined });
    const desk = await createDesk(unset, {
      module: class {},
      providers: [{ provide: DataSource, useValue: site.database.source }],
      exports: [DataSource],
      global: true,
    });
    try {
      await desk.init();
      await desk.getHttpAdapter().getInstance().ready();
      const answer = await desk.inject('/health/ready');
      expect(answer.statusCode).toBe(503);
      expect(answer.body).toContain('are kept outside the database');
    } finally {
      await desk.close();
    }
    const off = filesInTable(site.app.get(DataSource), site.clock);
    await expect(off.service.file(sent.id)).rejects.toMatchObject({ code: 'files_unavailable' });
  });

  it('and with them still there, all files come back, and the bucket is empty of them', async () => {
    const before = await site.query<{ id: string; hash: string }>(
      `select id, pdf_sha256 as hash from blueprints where pdf_outside_since is not null`,
    );
    expect(before.length).toBeGreaterThan(2);
    const [one] = before;
    await bucket.remove(`blueprints/${one?.id}/${one?.hash}.pdf`);
    expect(await outside().bringAllBack()).toEqual({ back: before.length - 1, lost: [one?.id] });
    expect(await site.query(`select id from blueprints where pdf_outside_since is not null`)).toEqual([
      { id: one?.id },
    ]);
    for (const { id, hash } of before) expect(await bucket.get(`blueprints/${id}/${hash}.pdf`, 1)).toBeNull();
    expect(
      await site.query(
        `select 1 from blueprints where pdf is not null and encode(sha256(pdf), 'hex') <> pdf_sha256`,
      ),
    ).toEqual([]);
  });
});
