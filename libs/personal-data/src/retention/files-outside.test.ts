import { OutsideFiles } from '@app/blueprint';
import { plusDays } from '@app/kernel';
import { S3Server } from '../../../bucket/src/s3-server.builder.js';
import { ErasureScene, NOW } from '../erasure/erasure-scene.builder.js';
import { RetentionRun } from './retention-run.js';

let server: S3Server;
let scene: ErasureScene;
beforeAll(async () => {
  server = await S3Server.start();
  scene = await ErasureScene.open(server.settings);
});
afterAll(async () => {
  await scene?.close();
  await server?.stop();
});

const run = (): ReturnType<RetentionRun['run']> => scene.app.get(RetentionRun).run();

/** Out of every time there is: of the blueprint, and of the record of the sale. */
const OLD = new Date('2019-11-30T12:00:00Z');

describe('a blueprint out of its time whose file is outside', () => {
  it('waits for its bucket, and with it the record of its order; nothing else does', async () => {
    const { orderId } = await scene.order({ at: OLD, paidAt: OLD, deliveredAt: OLD });
    const [file] = await scene.rows<{ id: string; orderId: string; hash: string }>(
      'select id, order_id as "orderId", pdf_sha256 as hash from blueprints where order_id = $1',
      orderId,
    );
    if (!file) throw new Error('no blueprint');
    const key = `blueprints/${file.id}/${file.hash}.pdf`;
    expect(await scene.app.get(OutsideFiles).move(file)).toBe(true);
    await scene.unpaid({ state: 'expired', at: plusDays(NOW, -91) });
    await server.goAway();
    try {
      await expect(run()).rejects.toMatchObject({ code: 'files_unavailable' });
    } finally {
      await server.comeBack();
    }
    expect(await scene.rows('select id, erased_at from orders')).toEqual([{ id: orderId, erased_at: null }]);
    expect(await server.bucket().get(key, 1_000)).not.toBeNull();

    expect(await run()).toMatchObject({ blueprintsErased: 1, ordersDeleted: 1 });
    expect(await server.bucket().get(key, 1_000)).toBeNull();
    expect(await scene.rows('select id from blueprints')).toEqual([]);
  });
});
