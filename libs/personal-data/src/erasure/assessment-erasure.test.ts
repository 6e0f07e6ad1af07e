import { hashSecret, plusDays } from '@app/kernel';
import { buildAssessment } from '../order-record.builder.js';
import { AT, ErasureScene, NOW } from './erasure-scene.builder.js';

const CODE = '2345-6789-ABCD-EFGH';

let scene: ErasureScene;
beforeAll(async () => {
  scene = await ErasureScene.open();
});
afterAll(() => scene?.close());
beforeEach(() => scene.begin());

describe('a free assessment that is erased', () => {
  const coded = async (id: string): Promise<void> => {
    await scene.rows(
      'update assessments set resume_code_hash = $2, expires_at = $3 where id = $1',
      id,
      hashSecret(CODE),
      plusDays(NOW, 9),
    );
  };

  it('is gone, on record, when no order rests on it', async () => {
    const id = await buildAssessment(scene.source, { createdAt: AT, completedAt: AT, expiresAt: AT });
    await coded(id);
    expect(await scene.assessments.isOrdered(id)).toBe(false);
    await scene.assessments.erase(CODE);
    expect(await scene.rows('select 1 from assessments')).toEqual([]);
    expect(await scene.audited()).toEqual([
      {
        action: 'assessment.erased',
        subject_kind: 'assessment',
        subject_id: id,
        staff_id: null,
        reason: 'asked for by its owner',
      },
    ]);
    await expect(scene.assessments.erase(CODE)).rejects.toMatchObject({ code: 'assessment_not_found' });
  });

  it('is refused while an order on it is under way or was delivered', async () => {
    const delivered = () => scene.order();
    const unpaid = () => scene.unpaid({ state: 'paid', at: AT });
    for (const ordered of [delivered, unpaid]) {
      const { assessmentId } = await ordered();
      await coded(assessmentId);
      expect(await scene.assessments.isOrdered(assessmentId)).toBe(true);
      await expect(scene.assessments.erase(CODE)).rejects.toMatchObject({ code: 'assessment_in_order' });
      expect(await scene.kept(assessmentId)).toBe(true);
      await scene.begin();
    }
  });

  it('takes with it what orders that came to nothing kept of it, and stays as an empty row under them', async () => {
    const { orderId, assessmentId } = await scene.order({ state: 'cancelled' });
    await coded(assessmentId);
    expect(await scene.assessments.isOrdered(assessmentId)).toBe(false);
    await scene.assessments.erase(CODE);
    expect(await scene.kept(assessmentId)).toBe(false);
    expect(await scene.rows('select erased_at from orders where id = $1', orderId)).toEqual([
      { erased_at: NOW },
    ]);
    expect((await scene.audited()).map((each) => (each as { action: string }).action)).toEqual([
      'order.data_erased',
      'assessment.erased',
    ]);
  });

  it('asks nothing of an order that was erased already', async () => {
    const { orderId, assessmentId } = await scene.order();
    await coded(assessmentId);
    await scene.rows('update orders set erased_at = $2 where id = $1', orderId, AT);
    expect(await scene.assessments.isOrdered(assessmentId)).toBe(false);
    await scene.assessments.erase(CODE);
    expect(await scene.rows('select erased_at from orders where id = $1', orderId)).toEqual([
      { erased_at: AT },
    ]);
    expect(await scene.audited()).toMatchObject([{ action: 'assessment.erased' }]);
  });

  it('waits for whoever is at an order on it, and goes by what becomes of that', async () => {
    const { orderId, assessmentId } = await scene.unpaid({ state: 'expired', at: AT });
    await coded(assessmentId);
    const payment = scene.source.createQueryRunner();
    await payment.startTransaction();
    await payment.query(
      `update orders set state = 'paid', paid_at = $2, paid_pence = 4900, expired_at = null where id = $1`,
      [orderId, NOW],
    );
    const erased = expect(scene.assessments.erase(CODE)).rejects.toMatchObject({
      code: 'assessment_in_order',
    });
    await scene.untilWaiting();
    await payment.commitTransaction();
    await payment.release();
    await erased;
    expect(await scene.kept(assessmentId)).toBe(true);
  });
});
