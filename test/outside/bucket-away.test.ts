import { Environment } from '@app/config';
import { DataSource } from 'typeorm';
import { examine } from '../../apps/cli/src/doctor.js';
import { Person } from '../../apps/cli/src/journey/person.js';
import { createDesk } from '../../apps/desk/src/create-desk.js';
import { WorkerFixture } from '../support/schedules/worker-fixture.js';
import { ERASED, MARKED, MOVED, OutsideScene } from '../support/outside/outside-scene.js';

let scene: OutsideScene;
beforeAll(async () => {
  scene = await OutsideScene.open();
});
afterAll(() => scene?.close());

describe('while the bucket is away,', () => {
  it('nothing is lost: readers are told when to come back, and what could not move stays where it was', async () => {
    const [moved, next] = [await scene.delivered(), await scene.delivered('bob@example.com')];
    await scene.outside.move(moved);
    await scene.server.goAway();
    try {
      const answer = await scene.collected(moved);
      expect(answer).toMatchObject({ status: 503, retryAfter: '60' });
      expect(answer.body.toString()).toContain('Nothing is lost');
      expect(answer.body.toString()).not.toMatch(/127\.0\.0\.1|ECONNREFUSED/);
      expect(await scene.isGivenOut(next)).toBe(true);
      await expect(scene.outside.move(next)).rejects.toMatchObject({ code: 'files_unavailable' });
      expect(await scene.whereIs(next)).toEqual(MARKED);
      expect(await scene.isGivenOut(next)).toBe(true);
      expect(await scene.lostTasks()).toEqual([]);
      expect((await examine({ ...scene.variables, ...scene.server.settings })).join('\n')).toMatch(
        /FILES_URL cannot be used \(.*ECONNREFUSED\)/,
      );
    } finally {
      await scene.server.comeBack();
    }
    await scene.tick();
    for (const sent of [moved, next]) {
      expect(await scene.whereIs(sent)).toEqual(MOVED);
      expect(await scene.isGivenOut(sent)).toBe(true);
    }
  });

  it('erasure waits, says so, and is done by itself once it is back: the object first, then the row', async () => {
    const sent = await scene.delivered();
    await scene.outside.move(sent);
    await scene.server.goAway();
    const { person, page, orderId } = sent;
    try {
      await person.open(`${page}/data/erase`);
      await person.submit({ sure: 'yes' }, { action: '/data/erase', expected: 503 });
      expect(person.here.text).toContain('Nothing is erased yet');
      await person.open(`${page}/data`);
      expect(person.here.text).not.toContain('are erased');
      expect(await scene.whereIs(sent)).toEqual(MOVED);
      expect(await scene.query('select erased_at from orders where id = $1', [orderId])).toEqual([
        { erased_at: null },
      ]);
      await expect(scene.erasures()).rejects.toMatchObject({ code: 'files_unavailable' });
    } finally {
      await scene.server.comeBack();
    }
    expect(await scene.object(sent)).not.toBeNull();
    expect(await scene.erasures()).toEqual(['personal-data.erase-order']);
    expect(await scene.object(sent)).toBeNull();
    expect(await scene.whereIs(sent)).toEqual(ERASED);
    await person.open(`${page}/data`);
    expect(person.here.text).toContain('Your answers and your blueprint are erased');
    await new Person().open(sent.link, 410);
  });
});

describe('without its settings', () => {
  it('a bucket that holds files is missed by the doctor and by whoever asks whether an app is ready', async () => {
    const sent = await scene.delivered();
    await scene.tick();
    expect(await scene.whereIs(sent)).toEqual(MOVED);
    const said = (await examine(scene.variables)).join('\n');
    expect(said).toContain(
      'are kept outside the database, and FILES_URL, FILES_KEY_ID and FILES_SECRET are not set',
    );
    expect((await examine({ ...scene.variables, ...scene.server.settings })).join('\n')).not.toContain(
      'FILES_',
    );
    const unset = Object.assign(new Environment(), scene.site.app.get(Environment), { FILES_URL: undefined });
    const desk = await createDesk(unset, {
      module: class {},
      providers: [{ provide: DataSource, useValue: scene.site.database.source }],
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
    const worker = await WorkerFixture.beside(scene.site, unset);
    try {
      await worker.start();
      expect(await worker.ask('/health/ready')).toEqual({
        status: 503,
        body: JSON.stringify({ status: 'unfit', database: 'unfit' }),
      });
    } finally {
      await worker.worker?.stop();
    }
    const off = scene.by();
    await expect(off.service.file(sent.id)).rejects.toMatchObject({ code: 'files_unavailable' });
  });

  it('and with them still there, all files come back, and the bucket is empty of them', async () => {
    const before = await scene.query<{ id: string; hash: string }>(
      `select id, pdf_sha256 as hash from blueprints where pdf_outside_since is not null`,
    );
    expect(before.length).toBeGreaterThan(2);
    const [one] = before;
    await scene.bucket.remove(`blueprints/${one?.id}/${one?.hash}.pdf`);
    expect(await scene.outside.bringAllBack()).toEqual({ back: before.length - 1, lost: [one?.id] });
    expect(await scene.query(`select id from blueprints where pdf_outside_since is not null`)).toEqual([
      { id: one?.id },
    ]);
    for (const { id, hash } of before)
      expect(await scene.bucket.get(`blueprints/${id}/${hash}.pdf`, 1)).toBeNull();
    expect(
      await scene.query(
        `select 1 from blueprints where pdf is not null and encode(sha256(pdf), 'hex') <> pdf_sha256`,
      ),
    ).toEqual([]);
  });
});
