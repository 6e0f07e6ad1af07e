import { S3Server } from '../../bucket/src/s3-server.builder.js';
import { DeliveredFiles } from './delivered-files.js';
import { DeliveryScene } from './delivery-scene.builder.js';

let server: S3Server;
let scene: DeliveryScene;
beforeAll(async () => {
  server = await S3Server.start();
  scene = await DeliveryScene.open(server.settings);
});
afterAll(async () => {
  await scene?.close();
  await server?.stop();
});
beforeEach(() => scene.begin());

/** Orders whose blueprint has been approved, and sent where it says so. */
async function blueprints(...sent: readonly boolean[]): Promise<void> {
  for (const isSent of sent) {
    const orderId = await scene.paidOrder();
    const { blueprintId, sha } = await scene.approvedBlueprint(orderId);
    if (isSent) await scene.deliveries.enqueueBlueprint(orderId, blueprintId, sha);
  }
  await scene.work();
}
const moveOut = (bounds?: { batch: number; most: number }, signal = new AbortController().signal) =>
  scene.get(DeliveredFiles).moveOut(signal, bounds);
const inTable = async (): Promise<number> =>
  (await scene.source.query<unknown[]>('select 1 from blueprints where pdf is not null')).length;

describe('moving delivered files', () => {
  it('walks past those that were not delivered, batch by batch, and stops at as many as one run may move', async () => {
    await blueprints(true, false, true, false, true);
    expect(await moveOut({ batch: 2, most: 2 })).toBe(2);
    expect(await inTable()).toBe(3);
    expect(await moveOut({ batch: 1, most: 10 })).toBe(1);
    expect(await moveOut()).toBe(0);
    expect(await inTable()).toBe(2);
  });

  it('stops between two files when the worker does', async () => {
    await blueprints(true);
    expect(await moveOut(undefined, AbortSignal.abort())).toBe(0);
    expect(await inTable()).toBe(1);
  });

  it('without a bucket asks nobody anything', async () => {
    const off = await DeliveryScene.open();
    try {
      await off.source.destroy();
      expect(await off.get(DeliveredFiles).moveOut(new AbortController().signal)).toBe(0);
    } finally {
      await off.close();
    }
  });
});
