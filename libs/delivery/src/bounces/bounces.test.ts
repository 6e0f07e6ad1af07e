import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aReport } from '../../../mail/src/bounces/report.builder.js';
import { enqueue } from '@app/jobs';
import { OrderBlockers } from '@app/orders';
import { DeliveryScene } from '../delivery-scene.builder.js';
import { readBounces } from '../delivery.jobs.js';

let scene: DeliveryScene;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bounces-'));
  for (const part of ['new', 'cur', 'tmp']) await mkdir(join(folder, part));
  scene = await DeliveryScene.open({ BOUNCE_MAILDIR: folder });
});
afterAll(async () => {
  await scene?.close();
  await rm(folder, { recursive: true });
});
beforeEach(() => scene.begin());

let arrived = 0;
const arrives = (raw: Buffer): Promise<void> =>
  writeFile(join(folder, 'new', `${String((arrived += 1)).padStart(4, '0')}.host`), raw);
/** One tick of the schedule's job, as the worker runs it. */
const tick = async (): Promise<string[]> => {
  await enqueue(scene.source.manager, readBounces, {});
  return await scene.work();
};
const confirmed = async (): Promise<{ orderId: string; messageId: string }> => {
  const orderId = await scene.paidOrder();
  await scene.work();
  const [{ messageId, state } = { messageId: '', state: '' }] = await scene.deliveriesOf(orderId);
  expect(state).toBe('accepted');
  return { orderId, messageId };
};
const blockersOf = async (orderId: string): Promise<string[]> =>
  (await scene.get(OrderBlockers).current(orderId)).map(({ kind }) => kind);

describe('a report that comes after the mail server had taken an email', () => {
  it('is matched by the Message-ID: the email counts as bounced, the order is bound, and a person is asked, once', async () => {
    const { orderId, messageId } = await confirmed();
    for (let twice = 0; twice < 2; twice += 1) {
      await arrives(aReport({ messageId }));
      await tick();
    }
    expect(await scene.deliveriesOf(orderId)).toMatchObject([
      { state: 'bounced', smtpResponse: 'It came back: 5.1.1 550 5.1.1 unknown user' },
    ]);
    expect(await blockersOf(orderId)).toEqual(['bounce']);
    expect(await scene.openTasks()).toEqual(['delivery_bounced']);
    expect(await readdir(join(folder, 'new'))).toEqual([]);
  });

  it('changes nothing when it is of a delay, names no email of ours, or is no report at all', async () => {
    const { orderId, messageId } = await confirmed();
    await arrives(aReport({ messageId, action: 'delayed', status: '4.4.1' }));
    await arrives(aReport({ messageId: 'somebody@else.example' }));
    await arrives(Buffer.from(`In-Reply-To: <${messageId}>\r\n\r\nThank you.\r\n`));
    await tick();
    expect(await scene.deliveriesOf(orderId)).toMatchObject([{ state: 'accepted' }]);
    expect(await blockersOf(orderId)).toEqual([]);
    expect(await scene.openTasks()).toEqual([]);
    expect(await readdir(join(folder, 'new'))).toEqual([]);
  });
});
