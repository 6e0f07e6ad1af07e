import { newId, pence } from '@app/kernel';
import { StaffTasks } from '@app/tasks';
import { PaymentFixture } from '../../../test/support/payments/payment-fixture.js';
import { RefundDecisions, underWayOf } from './refund-decisions.js';
import type { RefundDecision } from './refund-decision.entity.js';
import { RefundsService } from './refunds.service.js';

let fixture: PaymentFixture;
let decisions: RefundDecisions;
let [ada, grace] = [{ kind: 'staff', staffId: '' } as const, { kind: 'staff', staffId: '' } as const];

const staff = async (): Promise<{ kind: 'staff'; staffId: string }> => {
  const staffId = newId();
  await fixture.query(
    `insert into staff (id, email, name, roles, password_hash, totp_secret_sealed, created_at)
     values ($1::uuid, $1::text || '@example.org', 'A', '{manager}', 'x', 'x', now())`,
    [staffId],
  );
  return { kind: 'staff', staffId };
};
beforeAll(async () => {
  fixture = await PaymentFixture.open({ REFUND_SECOND_PERSON_PENCE: '2000' });
  decisions = fixture.get(RefundDecisions);
  [ada, grace] = [await staff(), await staff()] as [typeof ada, typeof grace];
});
afterAll(() => fixture?.close());

const sum = (
  amount: number,
  reason = ' It was late. ',
): { amount: ReturnType<typeof pence>; reason: string } => ({
  amount: pence(amount),
  reason,
});
const atStripe = async (intent: string): Promise<number[]> =>
  (await fixture.stripe.refundsOf(intent)).map(({ amount }) => amount);
const only = async (orderId: string): Promise<RefundDecision> => {
  const [decision, ...more] = await decisions.of(orderId);
  if (!decision || more.length > 0)
    throw new Error(`there are ${more.length + (decision ? 1 : 0)} decisions`);
  return decision;
};
const kinds = async (orderId: string): Promise<string[]> =>
  (await fixture.tasksOf(orderId)).map(({ kind }) => kind);

describe('a refund that staff decide', () => {
  it('is made at once up to the limit, once however often its job runs', async () => {
    const { id, intent } = await fixture.paid();
    expect(await decisions.decide(id, sum(2000), ada)).toBe('decided');
    expect(await only(id)).toMatchObject({
      amountPence: 2000,
      reason: 'It was late.',
      askedBy: ada.staffId,
      needsSecond: false,
      otherwise: false,
      paidBackAt: null,
    });
    await fixture.work();
    await decisions.payBack((await only(id)).id);
    expect(await atStripe(intent)).toEqual([2000]);
    expect(await only(id)).toMatchObject({ paidBackAt: fixture.clock.now(), refusedAt: null });
    expect(await fixture.get(RefundsService).forOrder(id)).toMatchObject([{ reason: 'decided by staff' }]);
    expect(await fixture.order(id)).toMatchObject({ refundedPence: 2000 });
    expect(await kinds(id)).toEqual([]);
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
    expect(await atStripe(intent)).toEqual([1000, 1000]);
    expect(await atStripe(other.intent)).toEqual([1500, 500]);
  });

  it('waits for another person, who is told, and goes out once', async () => {
    const { id, intent } = await fixture.paid();
    expect(await decisions.decide(id, sum(2001), ada)).toBe('asked');
    const { id: decision } = await only(id);
    await fixture.work();
    await decisions.payBack(decision);
    expect(await atStripe(intent)).toEqual([]);
    expect(await kinds(id)).toEqual(['refund_to_confirm']);
    await expect(decisions.settle(decision, 'confirm', ada)).rejects.toMatchObject({
      code: 'refund_same_person',
    });
    expect(await decisions.settle(decision, 'confirm', grace)).toBe(id);
    expect(await only(id)).toMatchObject({
      confirmedBy: grace.staffId,
      confirmedAt: fixture.clock.now(),
      declinedAt: null,
    });
    expect(await kinds(id)).toEqual([]);
    for (const answer of ['confirm', 'decline'] as const)
      await expect(decisions.settle(decision, answer, grace)).rejects.toMatchObject({
        code: 'refund_settled',
      });
    await fixture.work();
    expect(await atStripe(intent)).toEqual([2001]);
  });

  it('is declined by whoever asked, too; nothing goes out, and the money is free for another', async () => {
    const { id, intent } = await fixture.paid();
    await decisions.decide(id, sum(4900), ada);
    const { id: decision } = await only(id);
    await expect(decisions.decide(id, sum(1), ada)).rejects.toMatchObject({ code: 'refund_too_large' });
    await decisions.settle(decision, 'decline', ada);
    expect(await only(id)).toMatchObject({
      declinedAt: fixture.clock.now(),
      confirmedBy: null,
      confirmedAt: null,
    });
    const [task] = await fixture.query(
      `select resolution, closed_by from staff_tasks where kind = 'refund_to_confirm' and subject = $1`,
      [decision],
    );
    expect(task).toMatchObject({ resolution: 'declined', closed_by: ada.staffId });
    await decisions.payBack(decision);
    await fixture.work();
    expect(await atStripe(intent)).toEqual([]);
    expect(await decisions.decide(id, sum(2000), ada)).toBe('decided');
    await fixture.work();
    expect(await atStripe(intent)).toEqual([2000]);
  });

  it('has a reason, fits into what is left, and is one that there is', async () => {
    const { id } = await fixture.paid();
    await expect(decisions.decide(id, sum(100, ' '), ada)).rejects.toMatchObject({ code: 'reason_missing' });
    await expect(decisions.payOtherwise(id, sum(100, ' '), ada)).rejects.toMatchObject({
      code: 'reason_missing',
    });
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
    const refused = await only(id);
    expect(refused).toMatchObject({ refusedAt: fixture.clock.now(), paidBackAt: null });
    expect(underWayOf([refused])).toBe(0);
    await decisions.payBack(refused.id);
    expect(await atStripe(intent)).toEqual([]);
    expect(await kinds(id)).toEqual(['refund_refused']);
  });
});

describe('money that staff have paid back by other means', () => {
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
    expect(await atStripe(intent)).toEqual([]);
    await expect(decisions.payOtherwise(id, sum(2901), ada)).rejects.toMatchObject({
      code: 'refund_too_large',
    });
  });

  it('is confirmed by another person above the limit, and counts from then on', async () => {
    const { id, intent } = await fixture.paid();
    await decisions.payOtherwise(id, sum(1000), ada);
    expect(await decisions.payOtherwise(id, sum(1001), ada)).toBe('asked');
    const asked = await only(id);
    expect(asked).toMatchObject({ otherwise: true, needsSecond: true });
    expect(await fixture.order(id)).toMatchObject({ refundedPence: 1000 });
    await decisions.settle(asked.id, 'confirm', grace);
    expect(await only(id)).toMatchObject({ paidBackAt: fixture.clock.now() });
    expect(await fixture.order(id)).toMatchObject({ refundedPence: 2001 });
    await decisions.payBack(asked.id);
    await fixture.work();
    expect(await atStripe(intent)).toEqual([]);
    const [task] = await fixture.query(
      `select resolution, closed_by from staff_tasks where kind = 'refund_to_confirm' and subject = $1`,
      [asked.id],
    );
    expect(task).toMatchObject({ resolution: 'confirmed', closed_by: grace.staffId });
    expect((await fixture.get(StaffTasks).open()).filter(({ subject }) => subject === asked.id)).toEqual([]);
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
