import type { Bucket } from '@app/bucket';
import { sha256 } from '@app/kernel';
import { ERASED, MARKED, MOVED, OutsideScene } from '../support/outside/outside-scene.js';

let scene: OutsideScene;
beforeAll(async () => {
  scene = await OutsideScene.open();
});
afterAll(() => scene?.close());

describe('a delivered file', () => {
  it('moves by the worker’s schedule, one that was not delivered stays, and by link and email the same bytes go out', async () => {
    const sent = await scene.delivered();
    const { orderId: waiting } = await scene.site.buyer('eve@example.com');
    await scene.tick();
    expect(await scene.whereIs(sent)).toEqual(MOVED);
    expect(sha256((await scene.object(sent)) ?? '')).toBe(sent.hash);
    expect(
      await scene.query(
        'select pdf is not null as here, pdf_outside_since from blueprints where order_id = $1',
        [waiting],
      ),
    ).toEqual([{ here: true, pdf_outside_since: null }]);

    expect(await scene.isGivenOut(sent)).toBe(true);
    scene.site.mail.taken.length = 0;
    await sent.person.open(sent.page);
    await sent.person.submit({}, { action: '/blueprint/send' });
    await scene.site.work();
    const { attachments } = await scene.site.mail.about('Blueprint is ready');
    expect(attachments.map(({ content }) => sha256(content))).toContain(sent.hash);
    // A second tick finds nothing to do.
    await scene.tick();
    expect(await scene.whereIs(sent)).toEqual(MOVED);
  });

  it('that was changed or removed outside is not given out, is put before staff, and comes right by itself', async () => {
    for (const spoil of [
      (key: string) => scene.bucket.put(key, Buffer.from('%PDF of somebody else')),
      (key: string) => scene.bucket.remove(key),
    ]) {
      const sent = await scene.delivered();
      await scene.tick();
      await spoil(sent.key);
      const answer = await scene.collected(sent);
      expect(answer).toMatchObject({ status: 503, retryAfter: '3600' });
      expect(answer.body.toString()).toContain('we do not give it out');
      expect(
        await scene.query(
          'select 1 from downloads where link_id in (select id from download_links where order_id = $1)',
          [sent.orderId],
        ),
      ).toEqual([]);
      expect(await scene.lostTasks()).toEqual([sent.id]);

      await scene.tick();
      expect(await scene.lostTasks()).toEqual([]);
      const [task] = await scene.query<{ resolution: string }>(
        `select resolution from staff_tasks where subject = $1`,
        [sent.id],
      );
      expect(task?.resolution).toContain('drawn anew, byte for byte');
      // And was moved again in the same tick.
      expect(await scene.whereIs(sent)).toEqual(MOVED);
      expect(await scene.isGivenOut(sent)).toBe(true);
    }
  });

  it('that cannot be drawn anew stays before staff until its object is back', async () => {
    const sent = await scene.delivered();
    await scene.tick();
    const bytes = (await scene.object(sent)) ?? Buffer.from('');
    await scene.bucket.remove(sent.key);
    // As after a release with other templates.
    const lost = scene.by(scene.bucket);
    Object.assign(lost.lost, { assets: { current: null } });
    await expect(lost.service.file(sent.id)).rejects.toMatchObject({ code: 'file_lost' });
    await lost.lost.lookAgain();
    expect(await scene.lostTasks()).toEqual([sent.id]);
    await scene.bucket.put(sent.key, bytes);
    await lost.lost.lookAgain();
    expect(await scene.lostTasks()).toEqual([]);
  });
});

/** The bucket, but that the process dies once it has put an object. */
const dyingAfterPut = (): Bucket =>
  Object.assign(scene.server.bucket(), { get: () => Promise.reject(new Error('killed')) });

describe('a process that dies between bucket and row', () => {
  it('loses nothing, and leaves nothing behind that erasing would miss', async () => {
    const [again, gone] = [await scene.delivered(), await scene.delivered('bob@example.com')];
    const dying = scene.by(dyingAfterPut()).outside;
    for (const sent of [again, gone]) {
      await expect(dying.move(sent)).rejects.toThrow('killed');
      expect(await scene.whereIs(sent)).toEqual(MARKED);
      expect(await scene.object(sent)).not.toBeNull();
      expect(await scene.isGivenOut(sent)).toBe(true);
    }
    await scene.tick();
    expect(await scene.whereIs(again)).toEqual(MOVED);
    const erased = await scene.delivered('cai@example.com');
    await expect(dying.move(erased)).rejects.toThrow('killed');
    await scene.erasure.erase(erased.orderId, 'asked');
    expect(await scene.object(erased)).toBeNull();
    expect(await scene.whereIs(erased)).toEqual(ERASED);
  });

  it('and a bucket that gives back other bytes than were put, leave the file in the table', async () => {
    const sent = await scene.delivered();
    const spoiling = Object.assign(scene.server.bucket(), {
      put: (key: string) => scene.bucket.put(key, Buffer.from('%PDF of somebody else')),
    });
    const { outside: there } = scene.by(spoiling);
    await expect(there.move(sent)).rejects.toMatchObject({ code: 'files_unavailable' });
    expect(await scene.whereIs(sent)).toEqual(MARKED);
    expect(await scene.isGivenOut(sent)).toBe(true);
  });

  it('takes turns with whoever erases: no copy is made behind their back', async () => {
    const sent = await scene.delivered();
    let go = (): void => undefined;
    const held = new Promise<void>((resolve) => (go = resolve));
    const slow = scene.server.bucket();
    const put = slow.put.bind(slow);
    slow.put = async (key, bytes) => {
      await held;
      await put(key, bytes);
    };
    const moving = scene.by(slow).outside.move(sent);
    await scene.untilConnected(`wait_event = 'ClientRead' and state = 'idle in transaction'`);
    const erasing = scene.erasure.erase(sent.orderId, 'asked');
    await scene.untilConnected(`wait_event_type = 'Lock' and wait_event = 'advisory'`);
    go();
    await Promise.all([moving, erasing]);
    expect(await scene.object(sent)).toBeNull();
    expect(await scene.whereIs(sent)).toEqual(ERASED);
  });
});
