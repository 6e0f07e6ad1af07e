import { newId, pence } from '@app/kernel';
import { DecisionsScene, sum } from './decisions-scene.builder.js';
import { underWayOf } from './refund-decisions.js';
import type { RefundDecision } from './refund-decision.entity.js';
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

describe('a refund that staff decide', () => {
  it('is made at once up to the limit, once however often its job runs', async () => {
    const { id, intent } = await fixture.paid();
    expect(await decisions.decide(id, sum(2000), ada)).toBe('decided');
    expect(await scene.only(id)).toMatchObject({
      amountPence: 2000,
      reason: 'It was late.',
      askedBy: ada.staffId,
      needsSecond: false,
      otherwise: false,
      paidBackAt: null,
    });
    await fixture.work();
    await decisions.payBack((await scene.only(id)).id);
    expect(await scene.atStripe(intent)).toEqual([2000]);
    expect(await scene.only(id)).toMatchObject({ paidBackAt: fixture.clock.now(), refusedAt: null });
    expect(await fixture.get(RefundsService).forOrder(id)).toMatchObject([{ reason: 'decided by staff' }]);
    expect(await fixture.order(id)).toMatchObject({ refundedPence: 2000 });
    expect(await scene.kinds(id)).toEqual([]);
  });

  it('needs a second person above the limit, what was given back or decided before counted', async () => {
    const { id, intent } = await fixture.paid();
    expect(await decisions.decide(id, sum(1000), ada)).toBe('decided');
    expect(await decisions.decide(id, sum(1000), ada)).toBe('decided');
    await fixture.work();
    expect(await decisions.decide(id, sum(1), ada)).toBe('asked');
    const other = await fixture.paid();
    await fixture.tell('refund.created', await fixture.stripe.refund(other.intent, 1500));
    expect(await decisions.decide(other.id, sum(500), ada)).toBe('decided');
    expect(await decisions.decide(other.id, sum(1), ada)).toBe('asked');
    await fixture.work();
    expect(await scene.atStripe(intent)).toEqual([1000, 1000]);
    expect(await scene.atStripe(other.intent)).toEqual([1500, 500]);
  });

  it('waits for another person, who is told, and goes out once', async () => {
    const { id, intent } = await fixture.paid();
    expect(await decisions.decide(id, sum(2001), ada)).toBe('asked');
    const { id: decision } = await scene.only(id);
    await fixture.work();
    await decisions.payBack(decision);
    expect(await scene.atStripe(intent)).toEqual([]);
    expect(await scene.kinds(id)).toEqual(['refund_to_confirm']);
    await expect(decisions.settle(decision, 'confirm', ada)).rejects.toMatchObject({
      code: 'refund_same_person',
    });
    expect(await decisions.settle(decision, 'confirm', grace)).toBe(id);
    expect(await scene.only(id)).toMatchObject({
      confirmedBy: grace.staffId,
      confirmedAt: fixture.clock.now(),
      declinedAt: null,
    });
    expect(await scene.kinds(id)).toEqual([]);
    for (const answer of ['confirm', 'decline'] as const)
      await expect(decisions.settle(decision, answer, grace)).rejects.toMatchObject({
        code: 'refund_settled',
      });
    await fixture.work();
    expect(await scene.atStripe(intent)).toEqual([2001]);
  });

  it('is declined by whoever asked, too; nothing goes out, and the money is free for another', async () => {
    const { id, intent } = await fixture.paid();
    await decisions.decide(id, sum(4900), ada);
    const { id: decision } = await scene.only(id);
    await expect(decisions.decide(id, sum(1), ada)).rejects.toMatchObject({ code: 'refund_too_large' });
    await decisions.settle(decision, 'decline', ada);
    expect(await scene.only(id)).toMatchObject({
      declinedAt: fixture.clock.now(),
      confirmedBy: null,
      confirmedAt: null,
    });
    const [task] = await fixture.query(
      `select resolution, closed_by from staff_tasks where kind = 'refund_to_confirm' and subject = $1`,
      [decision],
    );
    expect(task).toMatchObject({ resolution: 'declined', closed_by: ada.staffId });
    expect(await scene.steps(id)).toEqual(['asked', 'declined']);
    expect(await scene.jobs(decision)).toEqual([]);
    await decisions.payBack(decision);
    await fixture.work();
    expect(await scene.atStripe(intent)).toEqual([]);
    expect(await decisions.decide(id, sum(2000), ada)).toBe('decided');
    const made = (await decisions.of(id)).find(({ declinedAt }) => declinedAt === null);
    expect(await scene.jobs(made?.id ?? '')).toEqual([`pay-back:${made?.id}`]);
    await fixture.work();
    expect(await scene.atStripe(intent)).toEqual([2000]);
  });

  it('is confirmed only while it still fits beside what has gone back and what else is asked for', async () => {
    const { id, intent } = await fixture.paid();
    for (const amount of [3000, 1900]) await decisions.decide(id, sum(amount), ada);
    await fixture.tell('refund.created', await fixture.stripe.refund(intent, 100));
    const second = (await decisions.of(id)).find(({ amountPence }) => amountPence === 1900);
    await expect(decisions.settle(second?.id ?? '', 'confirm', grace)).rejects.toMatchObject({
      code: 'refund_too_large',
    });
    expect(await scene.atStripe(intent)).toEqual([100]);
  });

  it('has a reason, fits into what is left, and is one that there is', async () => {
    const { id } = await fixture.paid();
    await expect(decisions.decide(id, sum(100, ' '), ada)).rejects.toMatchObject({ code: 'reason_missing' });
    await expect(decisions.decide(id, sum(4901), ada)).rejects.toMatchObject({ code: 'refund_too_large' });
    await expect(decisions.decide(newId(), sum(100), ada)).rejects.toMatchObject({ code: 'order_not_found' });
    await expect(decisions.settle(newId(), 'confirm', ada)).rejects.toMatchObject({ code: 'not_found' });
    await decisions.payBack(newId());
    expect(await decisions.of(id)).toEqual([]);
  });

  it('that Stripe refuses for good is not under way any more', async () => {
    const { id, intent } = await fixture.paid();
    await decisions.decide(id, sum(2000), ada);
    await fixture.stripe.failNext('POST', 'refunds', 'charge_disputed');
    await fixture.work();
    const refused = await scene.only(id);
    expect(refused).toMatchObject({ refusedAt: fixture.clock.now(), paidBackAt: null });
    expect(underWayOf([refused])).toBe(0);
    await decisions.payBack(refused.id);
    expect(await scene.atStripe(intent)).toEqual([]);
    expect(await scene.kinds(id)).toEqual(['refund_refused']);
  });
});

describe('what is under way', () => {
  it('is what was asked for or decided, and neither paid back, declined nor refused', () => {
    const at = new Date();
    const one = {
      amountPence: pence(100),
      paidBackAt: null,
      declinedAt: null,
      refusedAt: null,
    } as RefundDecision;
    expect(
      underWayOf([
        one,
        one,
        { ...one, paidBackAt: at },
        { ...one, declinedAt: at },
        { ...one, refusedAt: at },
      ]),
    ).toBe(200);
    expect(underWayOf([])).toBe(0);
  });
});
