import fc from 'fast-check';
import { newId, pence } from '@app/kernel';
import { RefundDecisions, RefundsService } from '@app/payments';
import { PaymentFixture } from '../support/payments/payment-fixture.js';

let fixture: PaymentFixture;
beforeAll(async () => {
  fixture = await PaymentFixture.open({ REFUND_SECOND_PERSON_PENCE: '4900' });
});
afterAll(() => fixture?.close());

const request = (orderId: string, amount: number): Promise<unknown> =>
  fixture.query(
    `insert into refund_requests (key, order_id, amount_pence, reason, asked_at) values ($1, $2, $3, 'r', now())`,
    [newId(), orderId, amount],
  );
const refund = (intent: string, orderId: string, amount: number, way = 'stripe'): Promise<unknown> =>
  fixture.query(
    `insert into refunds (id, order_id, payment_intent_id, amount_pence, status, way, created_at, updated_at)
     values ($1, $2, $3, $4, 'succeeded', $5, now(), now())`,
    [newId(), orderId, intent, amount, way],
  );

describe('never more goes back than was paid:', () => {
  it('PostgreSQL refuses to ask for more than is left', async () => {
    const { id, intent } = await fixture.paid();
    await request(id, 4000);
    await expect(request(id, 901)).rejects.toThrow(/4000 of 4900 are gone/);
    await expect(refund(intent, id, 901, 'other')).rejects.toThrow(/cannot be given back/);
    await request(id, 900);
  });

  it('of ten who ask for half of it at the same moment, two get it', async () => {
    const { id } = await fixture.paid();
    const outcomes = await Promise.allSettled(Array.from({ length: 10 }, () => request(id, 2450)));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
  });

  it('PostgreSQL keeps no refunds beyond the payment', async () => {
    const { id, intent } = await fixture.paid();
    await refund(intent, id, 4900);
    await expect(refund(intent, id, 1)).rejects.toThrow(/4901 pence given back of 4900/);
  });

  it('a cancellation, decisions, other means and repeats, in whatever order and at the same time', async () => {
    const actor = { kind: 'staff', staffId: newId() } as const;
    await fixture.query(
      `insert into staff (id, email, name, roles, password_hash, totp_secret_sealed, created_at) values ($1, 'a@example.org', 'A', '{manager}', 'x', 'x', now())`,
      [actor.staffId],
    );
    const amount = fc.integer({ min: 1, max: 4900 });
    const step = fc.oneof(
      fc.record({ what: fc.constant('cancel' as const) }),
      fc.record({ what: fc.constantFrom('refund', 'decide', 'otherwise'), amount }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 5 }), async (steps) => {
        const { id, intent } = await fixture.paid();
        const refunds = fixture.get(RefundsService);
        const decisions = fixture.get(RefundDecisions);
        const done = steps.map(async (one, index) => {
          if (!('amount' in one)) return await fixture.orders.cancel(id, 'changed my mind');
          const sum = { amount: pence(one.amount), reason: 'late' };
          if (one.what === 'decide') return await decisions.decide(id, sum, actor);
          if (one.what === 'otherwise') {
            if ((await decisions.payOtherwise(id, sum, actor)) === 'otherwise') return;
            const waiting = (await decisions.of(id)).filter(({ otherwise }) => otherwise);
            return await Promise.allSettled(
              waiting.map((each) => decisions.settle(each.id, 'confirm', { ...actor, staffId: newId() })),
            );
          }
          return await Promise.all([1, 2].map(() => refunds.refund(id, sum.amount, 'late', `step-${index}`)));
        });
        await Promise.allSettled([...done, refunds.settleCancellation(id)]);
        await fixture.work().catch(() => undefined);
        await refunds.settleCancellation(id).catch(() => undefined);
        const atStripe = (await fixture.stripe.refundsOf(intent)).reduce((sum, made) => sum + made.amount, 0);
        const [row] = await fixture.query(
          `select coalesce(sum(amount_pence) filter (where way = 'other'), 0)::int as other, coalesce(sum(amount_pence), 0)::int as known
           from refunds where order_id = $1`,
          [id],
        );
        expect(atStripe + Number(row?.['other'])).toBeLessThanOrEqual(4900);
        const order = await fixture.order(id);
        expect(order.refundedPence).toBe(row?.['known']);
        if (order.state === 'cancelled') expect(order.refundedPence).toBe(4900);
      }),
      { numRuns: 12 },
    );
  });
});
