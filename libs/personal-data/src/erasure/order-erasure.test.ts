import { newId, plusDays } from '@app/kernel';
import { OrdersService } from '@app/orders';
import { buildAssessment, buildOrder } from '../order-record.builder.js';
import { AT, ErasureScene, NOW } from './erasure-scene.builder.js';

let scene: ErasureScene;
beforeAll(async () => {
  scene = await ErasureScene.open();
});
afterAll(() => scene?.close());
beforeEach(() => scene.begin());

const state = async (orderId: string): Promise<unknown> => {
  const found = await scene.app.get(OrdersService, { strict: false }).byId(orderId);
  return found && (await scene.orders.state(found));
};
/** Puts this order on the answers of another. */
const rest = (orderId: string, assessmentId: string): Promise<unknown> =>
  scene.rows('update orders set assessment_id = $2 where id = $1', orderId, assessmentId);
describe('an order that is erased', () => {
  it('keeps nothing of what was answered, written and sent; the record of the sale stays, on record', async () => {
    const { orderId, assessmentId } = await scene.order();
    await scene.rows(
      `update deliveries set data = '{"message": "Dear Sam", "n": 1}' where order_id = $1`,
      orderId,
    );
    await scene.rows(
      `update reviews set checks = '[{"found": "Sam"}]', reason = 'Sam writes well', instructions = '[{"page": 1, "words": "Sam"}]' where order_id = $1`,
      orderId,
    );
    await scene.orders.erase(orderId, 'asked');
    await scene.orders.erase(orderId, 'asked');
    expect(await scene.rows('select revoked_at from download_links where order_id = $1', orderId)).toEqual([
      { revoked_at: NOW },
    ]);
    expect(await scene.rows('select data, recipient from deliveries where order_id = $1', orderId)).toEqual([
      { data: { n: 1 }, recipient: 'sam@example.org' },
    ]);
    const [review] = await scene.rows(
      'select checks, reason, instructions from reviews where order_id = $1',
      orderId,
    );
    expect(review).toMatchObject({ checks: [], instructions: [] });
    expect(JSON.stringify(review)).not.toContain('Sam');
    expect(
      await scene.rows(
        'select pdf, calendar_file, snapshot, erased_at from blueprints where order_id = $1',
        orderId,
      ),
    ).toEqual([{ pdf: null, calendar_file: null, snapshot: {}, erased_at: NOW }]);
    expect(
      await scene.rows(
        'select answers, result, resume_code_hash, erased_at from assessments where id = $1',
        assessmentId,
      ),
    ).toEqual([{ answers: {}, result: null, resume_code_hash: null, erased_at: NOW }]);
    expect(await scene.rows('select total_pence from receipts where order_id = $1', orderId)).toHaveLength(1);
    expect(await scene.rows('select erased_at, customer_name from orders where id = $1', orderId)).toEqual([
      { erased_at: NOW, customer_name: 'Sam' },
    ]);
    expect(
      await scene.rows(
        `select data, at from order_events where order_id = $1 and name = 'data_erased'`,
        orderId,
      ),
    ).toEqual([{ data: { why: 'asked' }, at: NOW }]);
    expect(await scene.audited()).toEqual([
      {
        action: 'order.data_erased',
        subject_kind: 'order',
        subject_id: orderId,
        staff_id: null,
        reason: 'asked for on the order page',
      },
    ]);
    expect(await state(orderId)).toEqual({ kind: 'erased', at: NOW });
  });

  it('because its time is over says so', async () => {
    const { orderId } = await scene.order();
    await scene.orders.erase(orderId, 'time_over');
    expect(await scene.audited()).toMatchObject([{ reason: 'the time we keep it is over' }]);
  });

  it('leaves the answers that another order rests on, and takes those of nobody else', async () => {
    const [first, second] = [await scene.order({ state: 'cancelled' }), await scene.order()];
    await rest(second.orderId, first.assessmentId);
    await scene.orders.erase(first.orderId, 'asked');
    expect(await scene.kept(first.assessmentId)).toBe(true);
    await scene.orders.erase(second.orderId, 'asked');
    expect(await scene.kept(first.assessmentId)).toBe(false);
  });

  it('takes answers that only an erased order rests on beside it', async () => {
    const [first, second] = [await scene.order({ state: 'cancelled' }), await scene.order()];
    await rest(second.orderId, first.assessmentId);
    await scene.rows('update orders set erased_at = $2 where id = $1', second.orderId, AT);
    await scene.orders.erase(first.orderId, 'asked');
    expect(await scene.kept(first.assessmentId)).toBe(false);
  });

  it('takes the answers of the year after with it, but for those that an order rests on', async () => {
    const [first, second] = [await scene.order(), await scene.order()];
    const again = await buildAssessment(scene.source, {
      createdAt: AT,
      completedAt: AT,
      expiresAt: plusDays(NOW, 90),
    });
    await scene.rows('update rechecks set assessment_id = $2 where order_id = $1', first.orderId, again);
    await scene.orders.erase(first.orderId, 'asked');
    expect(await scene.rows('select 1 from assessments where id = $1', again)).toEqual([]);
    const third = await scene.order();
    await scene.rows(
      'update rechecks set assessment_id = $2 where order_id = $1',
      third.orderId,
      second.assessmentId,
    );
    await scene.orders.erase(third.orderId, 'asked');
    expect(await scene.kept(second.assessmentId)).toBe(true);
    expect(
      await scene.rows('select assessment_id, did from rechecks where order_id = $1', third.orderId),
    ).toEqual([{ assessment_id: null, did: null }]);
  });
});

describe('an order is not erased', () => {
  const refused = async (orderId: string, why: string): Promise<void> => {
    expect(await state(orderId)).toEqual({ kind: 'refused', why });
    await expect(scene.orders.erase(orderId, 'asked')).rejects.toMatchObject({
      code: 'erasure_refused',
      details: { why },
    });
    expect(await scene.audited()).toEqual([]);
  };

  it('while we are at work on it, on a new version, or on a correction', async () => {
    const { deliveredAt: _not, ...undelivered } = {
      state: 'paid' as const,
      at: AT,
      paidAt: AT,
      deliveredAt: AT,
    };
    await refused((await buildOrder(scene.source, undelivered)).orderId, 'work_in_progress');
    const supersede = (orderId: string): Promise<unknown> =>
      scene.rows(
        `update blueprints set state = 'superseded', superseded_at = $2 where order_id = $1`,
        orderId,
        AT,
      );
    const drafted = await scene.order();
    await supersede(drafted.orderId);
    await scene.rows(
      `insert into blueprints (id, order_id, version, state, snapshot, template_version, catalogue_version, model_version, check_code, drafted_at)
       values ($1::uuid, $2, 2, 'drafted', '{}', 't', 'c', 'm', $1::text, $3)`,
      newId(),
      drafted.orderId,
      AT,
    );
    await refused(drafted.orderId, 'correction');
    const correcting = await scene.order();
    await scene.rows(
      `insert into corrections (id, order_id, about, words, asked_at, decision, decided_at) values ($1, $2, 'me', 'Sam', $3, 'redraft', $3)`,
      newId(),
      correcting.orderId,
      AT,
    );
    await refused(correcting.orderId, 'correction');
    const reviewed = await scene.order();
    await supersede(reviewed.orderId);
    const blueprintId = newId();
    await scene.rows(
      `insert into blueprints (id, order_id, version, state, snapshot, template_version, catalogue_version, model_version, check_code, pdf, pdf_sha256, pdf_pages, drafted_at, rendered_at)
       values ($1::uuid, $2, 2, 'rendered', '{}', 't', 'c', 'm', $1::text, 'x', encode(sha256('x'), 'hex'), 15, $3, $3)`,
      blueprintId,
      reviewed.orderId,
      AT,
    );
    await scene.rows(
      `insert into reviews (id, order_id, blueprint_id, state, promise_at, created_at) values ($1, $2, $3, 'queued', $4, $4)`,
      newId(),
      reviewed.orderId,
      blueprintId,
      AT,
    );
    await refused(reviewed.orderId, 'correction');
  });

  it('while a bank decides about its payment', async () => {
    const { orderId } = await scene.order();
    await scene.rows('update orders set disputed_at = $2 where id = $1', orderId, AT);
    await refused(orderId, 'dispute');
    await scene.rows(
      `insert into order_events (order_id, name, at) values ($1, 'dispute_closed', $2)`,
      orderId,
      AT,
    );
    expect(await state(orderId)).toEqual({ kind: 'possible' });
  });

  it('when there is none', async () => {
    await expect(scene.orders.erase(newId(), 'asked')).rejects.toMatchObject({ code: 'order_not_found' });
  });
});
