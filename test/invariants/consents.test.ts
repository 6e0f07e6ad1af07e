import { newId } from '@app/kernel';
import { type Order, OrderForgetting } from '@app/orders';
import { PaymentForgetting } from '@app/payments';
import { PaymentFixture } from '../support/payments/payment-fixture.js';

let fixture: PaymentFixture;
let order: Order;
beforeAll(async () => {
  fixture = await PaymentFixture.open();
  order = await fixture.place();
});
afterAll(() => fixture?.close());

describe('what a customer agreed to', () => {
  it.each([
    ['words', `update order_consents set wording = 'other'`],
    ['time', `update order_consents set given_at = now()`],
    ['choice', `update order_choices set start_choice = 'start_after_cancellation_period'`],
    ['consents', 'delete from order_consents'],
    ['choices', 'delete from order_choices'],
  ])('is evidence: PostgreSQL lets nobody change or remove its %s', async (_what, sql) => {
    await expect(fixture.query(sql)).rejects.toThrow(/is evidence/);
  });

  it('belongs to the choice it was given with, of the same order and the same moment', async () => {
    const add = (orderId: string, choiceId: string | null, at: Date): Promise<unknown> =>
      fixture.query(
        `insert into order_consents (id, order_id, choice_id, kind, wording_version, wording, given_at, ip_address)
         values ($1, $2, $3, 'right_ends_on_delivery', '1', 'w', $4, '192.0.2.1')`,
        [newId(), orderId, choiceId, at],
      );
    const waits = await fixture.place({ startChoice: 'start_after_cancellation_period', consents: [] });
    await expect(add(order.id, waits.choiceId, waits.createdAt)).rejects.toThrow(/given_with_choice/);
    await expect(add(waits.id, waits.choiceId, new Date(0))).rejects.toThrow(/given_with_choice/);
    await expect(add(order.id, order.choiceId, order.createdAt)).rejects.toThrow(/choice_id_kind_key/);
  });

  it('is what the order says: neither another start than the one chosen, nor the choice of another order', async () => {
    const other = await fixture.place();
    await expect(
      fixture.query(`update orders set start_choice = 'start_after_cancellation_period' where id = $1`, [
        order.id,
      ]),
    ).rejects.toThrow(/orders_choice_agrees/);
    await expect(
      fixture.query('update orders set choice_id = $2 where id = $1', [order.id, other.choiceId]),
    ).rejects.toThrow(/orders_choice_agrees/);
  });

  it('stays the choice that was paid for, of the order and of the pay page', async () => {
    const paid = await fixture.place();
    const other = newId();
    await fixture.query(`insert into order_choices values ($1, $2, 'start_now', now())`, [other, paid.id]);
    await fixture.query(
      `insert into checkout_sessions (id, order_id, attempt, state, amount_pence, choice_id, customer_email, created_at, expires_at)
       values (gen_random_uuid(), $1, 1, 'opening', 4900, $2, 'ada@example.com', now(), now())`,
      [paid.id, paid.choiceId],
    );
    await expect(
      fixture.query('update checkout_sessions set choice_id = $2 where order_id = $1', [paid.id, other]),
    ).rejects.toThrow(/that was paid for stays/);
    await fixture.query(
      `update orders set state = 'paid', paid_at = now(), paid_pence = 4900 where id = $1`,
      [paid.id],
    );
    await expect(
      fixture.query('update orders set choice_id = $2 where id = $1', [paid.id, other]),
    ).rejects.toThrow(/that was paid for stays/);
  });

  it('goes with its order, by the way of forgetting', async () => {
    const gone = await fixture.place();
    await fixture.inTransaction(async (manager) => {
      await fixture.get(PaymentForgetting).removeOrders(manager, [gone.id]);
      await fixture.get(OrderForgetting).remove(manager, [gone.id]);
    });
    for (const table of ['order_choices', 'order_consents', 'order_events'])
      expect(await fixture.query(`select 1 from ${table} where order_id = $1`, [gone.id])).toEqual([]);
  });
});
