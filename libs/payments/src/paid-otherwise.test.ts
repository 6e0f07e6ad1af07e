import { newId } from '@app/kernel';
import { StaffTasks } from '@app/tasks';
import { DecisionsScene, sum } from './decisions-scene.builder.js';
import { RefundsService } from './refunds.service.js';

let scene: DecisionsScene;
let fixture: DecisionsScene['fixture'];
let decisions: DecisionsScene['decisions'];
let ada: DecisionsScene['ada'];
let grace: DecisionsScene['grace'];
beforeAll(async () => {
  scene = await DecisionsScene.open();
  ({ fixture, decisions, ada, grace } = scene);
});
afterAll(() => fixture?.close());

describe('money that staff have paid back by other means', () => {
  it('has a reason, and an order', async () => {
    const { id } = await fixture.paid();
    for (const amount of [100, 2001])
      await expect(decisions.payOtherwise(id, sum(amount, ' '), ada)).rejects.toMatchObject({
        code: 'reason_missing',
      });
    await expect(decisions.payOtherwise(newId(), sum(100), ada)).rejects.toMatchObject({
      code: 'order_not_found',
    });
  });

  it('counts as given back, and is not asked of Stripe', async () => {
    const { id, intent } = await fixture.paid();
    expect(await decisions.payOtherwise(id, sum(2000, 'By bank transfer'), ada)).toBe('otherwise');
    await fixture.work();
    expect(await fixture.order(id)).toMatchObject({ refundedPence: 2000 });
    expect(await fixture.get(RefundsService).forOrder(id)).toMatchObject([
      {
        amountPence: 2000,
        way: 'other',
        status: 'succeeded',
        reason: 'By bank transfer',
        createdAt: fixture.clock.now(),
      },
    ]);
    expect(await scene.atStripe(intent)).toEqual([]);
    await expect(decisions.payOtherwise(id, sum(2901), ada)).rejects.toMatchObject({
      code: 'refund_too_large',
    });
  });

  it('is confirmed by another person above the limit, and counts from then on', async () => {
    const { id, intent } = await fixture.paid();
    await decisions.payOtherwise(id, sum(1000), ada);
    expect(await decisions.payOtherwise(id, sum(1001), ada)).toBe('asked');
    const asked = await scene.only(id);
    expect(asked).toMatchObject({ otherwise: true, needsSecond: true });
    expect(await fixture.order(id)).toMatchObject({ refundedPence: 1000 });
    await decisions.settle(asked.id, 'confirm', grace);
    expect(await scene.only(id)).toMatchObject({ paidBackAt: fixture.clock.now() });
    expect(await fixture.order(id)).toMatchObject({ refundedPence: 2001 });
    await decisions.payBack(asked.id);
    await fixture.work();
    expect(await scene.atStripe(intent)).toEqual([]);
    const [task] = await fixture.query(
      `select resolution, closed_by from staff_tasks where kind = 'refund_to_confirm' and subject = $1`,
      [asked.id],
    );
    expect(task).toMatchObject({ resolution: 'confirmed', closed_by: grace.staffId });
    expect((await fixture.get(StaffTasks).open()).filter(({ subject }) => subject === asked.id)).toEqual([]);
  });

  it('is declined by another person, and counts for nothing then', async () => {
    const { id } = await fixture.paid();
    await decisions.payOtherwise(id, sum(3000), ada);
    const { id: asked } = await scene.only(id);
    await decisions.settle(asked, 'decline', grace);
    expect(await scene.only(id)).toMatchObject({ declinedAt: fixture.clock.now(), paidBackAt: null });
    expect(await fixture.order(id)).toMatchObject({ refundedPence: 0 });
    expect(await scene.steps(id)).toEqual(['asked', 'declined']);
  });

  it('is asked for and confirmed only while it fits beside what Stripe was asked for', async () => {
    const waits = (id: string, amount: number): Promise<unknown> =>
      fixture.query(
        `insert into refund_requests (key, order_id, amount_pence, reason, asked_at) values ('waits-' || $1::text, $1::uuid, $2, 'r', now())`,
        [id, amount],
      );
    const { id } = await fixture.paid();
    await waits(id, 1000);
    await expect(decisions.payOtherwise(id, sum(3901), ada)).rejects.toMatchObject({
      code: 'refund_too_large',
    });
    const { id: other } = await fixture.paid();
    await decisions.payOtherwise(other, sum(3000), ada);
    await waits(other, 2000);
    await expect(decisions.settle((await scene.only(other)).id, 'confirm', grace)).rejects.toMatchObject({
      code: 'refund_too_large',
    });
  });

  it('is confirmed only while it fits beside what else was decided', async () => {
    const { id, intent } = await fixture.paid();
    await decisions.decide(id, sum(2000), ada);
    await decisions.payOtherwise(id, sum(2900), ada);
    await fixture.stripe.refund(intent, 100);
    // Before the job of what was decided.
    await fixture.get(RefundsService).takeOver(intent);
    const asked = (await decisions.of(id)).find(({ otherwise }) => otherwise);
    await expect(decisions.settle(asked?.id ?? '', 'confirm', grace)).rejects.toMatchObject({
      code: 'refund_too_large',
    });
  });

  it('fits into what neither went back nor was decided or asked of Stripe', async () => {
    const { id } = await fixture.paid();
    await decisions.decide(id, sum(2000), ada);
    await expect(decisions.payOtherwise(id, sum(2901), ada)).rejects.toMatchObject({
      code: 'refund_too_large',
    });
    expect(await decisions.payOtherwise(id, sum(2900), ada)).toBe('asked');
    await fixture.work();
    const asked = (await decisions.of(id)).find(({ otherwise }) => otherwise);
    await decisions.settle(asked?.id ?? '', 'confirm', grace);
    expect(await fixture.order(id)).toMatchObject({ refundedPence: 4900 });
  });
});
