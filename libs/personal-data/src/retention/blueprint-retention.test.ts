import { plusDays, plusMonths } from '@app/kernel';
import { ErasureScene, NOW } from '../erasure/erasure-scene.builder.js';
import { buildOrder } from '../order-record.builder.js';
import { BlueprintRetention } from './blueprint-retention.js';
import { OrderRemoval } from './order-removal.js';

let scene: ErasureScene;
beforeAll(async () => {
  scene = await ErasureScene.open();
});
afterAll(() => scene?.close());
beforeEach(() => scene.begin());

const erase = (after: string | null, limit: number): ReturnType<BlueprintRetention['erase']> =>
  scene.app.get(BlueprintRetention).erase(after, limit);
const delivered = plusMonths(NOW, -25);
const due = { at: delivered, paidAt: delivered, deliveredAt: delivered };

describe('a blueprint out of its time', () => {
  it('of an order that was cancelled goes after twelve months, not a day before', async () => {
    const cancelled = (at: Date): ReturnType<typeof buildOrder> =>
      buildOrder(scene.source, { state: 'cancelled', at, paidAt: at, refundedAt: at });
    const { orderId } = await cancelled(plusMonths(NOW, -12));
    await cancelled(plusDays(plusMonths(NOW, -12), 1));
    expect(await erase(null, 10)).toMatchObject({ done: 1 });
    expect(await scene.rows('select id from orders where erased_at is not null')).toEqual([{ id: orderId }]);
  });

  it('is looked for behind those that must wait', async () => {
    const { orderId } = await scene.order(due);
    await scene.rows('update orders set disputed_at = $2 where id = $1', orderId, NOW);
    expect(await erase(null, 1)).toEqual({ done: 0, next: orderId });
    expect(await erase(orderId, 1)).toEqual({ done: 0, next: null });
  });

  it('does not hide that its order is gone', async () => {
    const { orderId } = await scene.order(due);
    const removing = scene.source.createQueryRunner();
    await removing.startTransaction();
    await scene.app.get(OrderRemoval).remove(removing.manager, [orderId]);
    const erased = expect(erase(null, 10)).rejects.toMatchObject({ code: 'order_not_found' });
    await scene.untilWaiting();
    await removing.commitTransaction();
    await removing.release();
    await erased;
  });
});
