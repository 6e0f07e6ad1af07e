import { randomUUID } from 'node:crypto';
import { pence } from '@app/kernel';
import { OrdersFixture } from './orders.builder.js';

let fixture: OrdersFixture;
beforeAll(async () => {
  fixture = await OrdersFixture.open();
});
afterAll(() => fixture?.close());
beforeEach(() => fixture.clock.set('2026-11-24T10:00:00Z'));

describe('cancelling', () => {
  it('ends a paid order, keeps the fact of payment, and has the money given back', async () => {
    const order = await fixture.paidOrder();
    await Promise.all([fixture.orders.cancel(order.id, 'one'), fixture.orders.cancel(order.id, 'two')]);
    expect(await fixture.reread(order.id)).toMatchObject({
      state: 'cancelled',
      paidPence: 4900,
      paidAt: order.paidAt,
    });
    expect(await fixture.names(order.id)).toEqual(['placed', 'paid', 'cancelled']);
    expect(await fixture.jobsOf(order.id)).toHaveProperty(['order.settle-cancellation']);
  });

  it('is refused after delivery', async () => {
    const order = await fixture.paidOrder();
    await fixture.inTransaction((manager) =>
      fixture.orders.markDelivered(manager, order.id, fixture.clock.now()),
    );
    await expect(fixture.orders.cancel(order.id, 'too late')).rejects.toMatchObject({
      code: 'order_delivered',
    });
  });

  it('is told to staff when the email was already on its way', async () => {
    const order = await fixture.paidOrder();
    await fixture.orders.cancel(order.id, 'just now');
    await fixture.inTransaction((manager) =>
      fixture.orders.markDelivered(manager, order.id, fixture.clock.now()),
    );
    expect(await fixture.tasks.open()).toContainEqual(
      expect.objectContaining({ kind: 'delivered_after_cancellation', orderId: order.id }),
    );
  });
});

describe('a refund', () => {
  it('in part leaves the order as it is; in full before delivery ends it; told twice it counts once', async () => {
    const order = await fixture.paidOrder();
    const tell = (total: number): Promise<void> =>
      fixture.inTransaction((manager) =>
        fixture.orders.recordRefunds(manager, order.id, {
          total: pence(total),
          given: [],
          undone: [],
          at: fixture.clock.now(),
        }),
      );
    await tell(1000);
    expect(await fixture.reread(order.id)).toMatchObject({ state: 'paid', refundedPence: 1000 });
    await tell(4900);
    await tell(4900);
    expect(await fixture.reread(order.id)).toMatchObject({
      state: 'cancelled',
      refundedPence: 4900,
      paidAt: order.paidAt,
    });
    expect(await fixture.names(order.id)).toEqual(['placed', 'paid', 'refunded', 'refunded', 'cancelled']);
  });

  it('after delivery does not undo the delivery', async () => {
    const order = await fixture.paidOrder();
    await fixture.inTransaction((manager) =>
      fixture.orders.markDelivered(manager, order.id, fixture.clock.now()),
    );
    await fixture.inTransaction((manager) =>
      fixture.orders.recordRefunds(manager, order.id, {
        total: pence(4900),
        given: [],
        undone: [],
        at: fixture.clock.now(),
      }),
    );
    expect(await fixture.reread(order.id)).toMatchObject({
      state: 'paid',
      refundedPence: 4900,
      deliveredAt: fixture.clock.now(),
    });
  });
});

describe('what a member of staff does', () => {
  const someone = async (): Promise<string> => {
    const id = randomUUID();
    await fixture.database.source.query(
      `insert into staff (id, email, name, roles, password_hash, totp_secret_sealed, created_at)
       values ($1::uuid, $1::text, 'Mary', '{manager}', 'x', 'x', now())`,
      [id],
    );
    return id;
  };

  it('is in the audit log with who, why and what it was before; a repeat is not', async () => {
    const [order, staffId] = [await fixture.paidOrder(), await someone()];
    const actor = {
      kind: 'staff',
      staffId,
      reason: 'asked on the telephone',
      ipAddress: '192.0.2.7',
    } as const;
    for (let n = 0; n < 2; n += 1) await fixture.orders.cancel(order.id, 'asked on the telephone', actor);
    expect(await fixture.audit.about('order', order.id)).toEqual([
      expect.objectContaining({
        staffId,
        action: 'order.cancelled',
        reason: 'asked on the telephone',
        ipAddress: '192.0.2.7',
        before: { state: 'paid' },
        after: { state: 'cancelled', events: ['cancelled'] },
      }),
    ]);
  });

  it('does not happen when it cannot be written into the audit log', async () => {
    const order = await fixture.paidOrder();
    const nobody = { kind: 'staff', staffId: randomUUID() } as const;
    await expect(fixture.orders.cancel(order.id, 'nobody', nobody)).rejects.toThrow();
    expect((await fixture.reread(order.id)).state).toBe('paid');
    expect(await fixture.names(order.id)).toEqual(['placed', 'paid']);
    expect(await fixture.jobsOf(order.id)).not.toHaveProperty(['order.settle-cancellation']);
  });

  it('is not what a customer or a job does', async () => {
    const order = await fixture.paidOrder();
    await fixture.orders.cancel(order.id, 'changed my mind');
    expect(await fixture.audit.about('order', order.id)).toEqual([]);
  });
});
