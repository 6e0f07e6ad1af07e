import { schemaDrift } from '@app/database';
import { newSecret, pence } from '@app/kernel';
import { OrdersFixture } from './orders.builder.js';
import { orderEntities } from './orders.module.js';
import type { PlaceOrder } from './placing/place-order.js';

let fixture: OrdersFixture;
beforeAll(async () => {
  fixture = await OrdersFixture.open();
});
afterAll(() => fixture?.close());
beforeEach(() => fixture.clock.set('2026-11-24T10:00:00Z'));

describe('the tables', () => {
  it('are what the entities say', async () => {
    expect(await schemaDrift(fixture.database.url, orderEntities)).toEqual([]);
  });
});

describe('placing an order', () => {
  it('keeps the price, the consents with their words, and a secret that only opens this order', async () => {
    const { order, accessToken } = await fixture.orders.place(await fixture.form());
    expect(order).toMatchObject({ state: 'awaiting_payment', pricePence: 4900 });
    expect(order.reference).toMatch(/^PW-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    expect((await fixture.orders.byAccessToken(accessToken))?.id).toBe(order.id);
    expect(fixture.orders.statusUrl(await fixture.reread(order.id))).toBe(
      `http://localhost:3000/orders/${accessToken}`,
    );
    expect(await fixture.orders.consents(order)).toMatchObject([
      { kind: 'start_in_cancellation_period', wordingVersion: '2026-11', ipAddress: '192.0.2.1' },
      { kind: 'right_ends_on_delivery', wordingVersion: '2026-11' },
    ]);
    const stored = await fixture.database.source.query(
      `select row_to_json(o)::text as row from orders o where id = $1`,
      [order.id],
    );
    expect(stored[0].row).not.toContain(accessToken);
  });

  it('is one order, however often and from however many tabs the form is sent', async () => {
    const input = await fixture.form();
    const others = await Promise.all(
      Array.from({ length: 10 }, (_, tab) =>
        fixture.orders.place(tab % 2 === 0 ? input : { ...input, formToken: newSecret() }),
      ),
    );
    expect(new Set(others.map(({ order }) => order.id)).size).toBe(1);
    expect(new Set(others.map(({ accessToken }) => accessToken)).size).toBe(1);
    expect(await fixture.names(others[0]?.order.id ?? '')).toEqual(['placed']);
  });

  it('takes over what was corrected before paying', async () => {
    const input = await fixture.form();
    await fixture.orders.place(input);
    const { order } = await fixture.orders.place({
      ...input,
      customerEmail: 'ada@example.org',
      startChoice: 'start_after_cancellation_period',
      consents: [],
    });
    expect(await fixture.reread(order.id)).toMatchObject({
      customerEmail: 'ada@example.org',
      startChoice: 'start_after_cancellation_period',
    });
    expect(await fixture.orders.consents(await fixture.reread(order.id))).toEqual([]);
    expect(await fixture.orders.consentsGiven(order.id)).toHaveLength(2);
    expect((await fixture.orders.events(order.id)).at(-1)).toMatchObject({
      name: 'amended',
      data: { changed: ['customerEmail', 'choice'], startChoice: 'start_after_cancellation_period' },
    });
  });

  it.each([
    ['starting now without both consents', { consents: ['right_ends_on_delivery'] }, 'consents_missing'],
    ['a name that cannot be printed', { customerName: 'Ada\n' + 'x' }, 'order_details_invalid'],
    ['no address', { customerEmail: 'ada' }, 'order_details_invalid'],
  ] as const)('refuses %s', async (_what, changes, code) => {
    await expect(
      fixture.orders.place(await fixture.form(changes as Partial<PlaceOrder>)),
    ).rejects.toMatchObject({ code });
  });

  it('refuses a second order for what is paid, and names the first', async () => {
    const input = await fixture.form();
    const { order } = await fixture.orders.place(input);
    await fixture.inTransaction((manager) =>
      fixture.orders.recordPaid(manager, { orderId: order.id, amount: pence(4900), at: fixture.clock.now() }),
    );
    for (const again of [input, { ...input, formToken: newSecret() }]) {
      await expect(fixture.orders.place(again)).rejects.toMatchObject({
        code: 'order_exists_paid',
        details: { orderId: order.id },
      });
    }
  });

  it('asks for a fresh form when the old one belongs to an order that has ended', async () => {
    const input = await fixture.form();
    const { order } = await fixture.orders.place(input);
    await fixture.inTransaction((manager) => fixture.orders.expire(manager, order.id));
    await expect(fixture.orders.place(input)).rejects.toMatchObject({ code: 'order_form_used' });
    expect((await fixture.orders.place({ ...input, formToken: newSecret() })).order.id).not.toBe(order.id);
  });
});

describe('a payment', () => {
  it('moves the order once and sends one confirmation, told five times at once', async () => {
    const { order } = await fixture.orders.place(await fixture.form());
    const record = { orderId: order.id, amount: pence(4900), at: fixture.clock.now() };
    const told = await Promise.all(
      Array.from({ length: 5 }, () =>
        fixture.inTransaction((manager) => fixture.orders.recordPaid(manager, record)),
      ),
    );
    expect(told.sort()).toEqual(['already', 'already', 'already', 'already', 'recorded']);
    expect(await fixture.names(order.id)).toEqual(['placed', 'paid']);
    expect(Object.keys(await fixture.jobsOf(order.id)).sort()).toEqual([
      'order.expire',
      'order.send-confirmation',
    ]);
  });

  it('revives an order that had expired: who paid gets what they bought', async () => {
    const { order } = await fixture.orders.place(await fixture.form());
    await fixture.inTransaction((manager) => fixture.orders.expire(manager, order.id));
    const paid = await fixture.inTransaction((manager) =>
      fixture.orders.recordPaid(manager, { orderId: order.id, amount: pence(4900), at: fixture.clock.now() }),
    );
    expect(paid).toBe('recorded');
    expect(await fixture.names(order.id)).toEqual(['placed', 'expired', 'revived', 'paid']);
  });

  it('is refused for an expired order whose place is taken, and for a cancelled one', async () => {
    const input = await fixture.form();
    const { order } = await fixture.orders.place(input);
    await fixture.inTransaction((manager) => fixture.orders.expire(manager, order.id));
    const { order: newer } = await fixture.orders.place({ ...input, formToken: newSecret() });
    await fixture.orders.cancel(newer.id, 'changed my mind');
    const pay = (id: string): Promise<unknown> =>
      fixture.inTransaction((manager) =>
        fixture.orders.recordPaid(manager, { orderId: id, amount: pence(4900), at: fixture.clock.now() }),
      );
    expect(await pay(newer.id)).toHaveProperty('refused');
    await fixture.orders.place({ ...input, formToken: newSecret() });
    expect(await pay(order.id)).toHaveProperty('refused');
  });
});
