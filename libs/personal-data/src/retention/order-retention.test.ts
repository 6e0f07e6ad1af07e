import { plusDays } from '@app/kernel';
import { tamper } from '@app/testing';
import { AT, ErasureScene, NOW } from '../erasure/erasure-scene.builder.js';
import { type RetentionCounts, RetentionRun } from './retention-run.js';

let scene: ErasureScene;
beforeAll(async () => {
  scene = await ErasureScene.open();
});
afterAll(() => scene?.close());
beforeEach(() => scene.begin());

/** Money that moved before this moment is out of its time: the end of a financial year in London, more than six years ago. */
const BEFORE = new Date('2020-03-31T23:00:00Z');
const OLD = plusDays(BEFORE, -1);
const old = { at: OLD, paidAt: OLD, deliveredAt: OLD };

const run = (batch?: number): Promise<RetentionCounts> => scene.app.get(RetentionRun).run(undefined, batch);
const pay = (orderId: string, at: Date): Promise<unknown> =>
  scene.rows(
    `insert into payments (id, session_id, order_id, payment_intent_id, amount_pence, currency, accepted, received_at)
     values (gen_random_uuid(), 'cs_' || $1::text, $1::uuid, 'pi_' || $1::text, 4900, 'eur', false, $2)`,
    orderId,
    at,
  );

describe('the record of an order', () => {
  it('is kept by money that came at the very end of its time, and not by what came a moment before', async () => {
    const [kept, gone] = [await scene.order(old), await scene.order(old)];
    await pay(kept.orderId, BEFORE);
    await pay(gone.orderId, new Date(BEFORE.getTime() - 1));
    expect(await run()).toMatchObject({ ordersDeleted: 1 });
    expect(await scene.rows('select id from orders')).toEqual([{ id: kept.orderId }]);
  });

  it('goes by what the order itself knows of its money where no payment is on record', async () => {
    const { orderId } = await scene.order(old);
    await tamper(scene.source, `delete from payments where order_id = '${orderId}'`);
    expect(await run()).toMatchObject({ ordersDeleted: 1, unpaidOrdersDeleted: 0 });
  });

  it('of no money at all goes as one that nobody paid, however old it is', async () => {
    await scene.unpaid({ state: 'expired', at: OLD });
    expect(await run()).toMatchObject({ ordersDeleted: 0, unpaidOrdersDeleted: 1 });
  });

  it('is found behind a whole batch of those that money keeps', async () => {
    const ended = { state: 'expired' as const, at: plusDays(NOW, -91) };
    const [kept] = [await scene.unpaid(ended), await scene.unpaid(ended)]
      .map(({ orderId }) => orderId)
      .sort();
    await pay(kept ?? '', AT);
    expect(await run(1)).toMatchObject({ unpaidOrdersDeleted: 1 });
  });

  it('takes no answers with it that another order rests on', async () => {
    const gone = await scene.order({ state: 'cancelled', at: OLD, paidAt: OLD, refundedAt: OLD });
    const stays = await scene.order();
    await scene.rows('update orders set assessment_id = $2 where id = $1', stays.orderId, gone.assessmentId);
    await scene.rows(
      `update assessments set erased_at = $2, answers = '{}', result = null, resume_code_hash = null where id = $1`,
      gone.assessmentId,
      NOW,
    );
    expect(await run()).toMatchObject({ ordersDeleted: 1 });
    expect(await scene.rows('select id from orders')).toEqual([{ id: stays.orderId }]);
    expect(await scene.rows('select 1 from assessments where id = $1', gone.assessmentId)).toHaveLength(1);
  });
});
