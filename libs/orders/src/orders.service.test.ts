import { randomUUID } from 'node:crypto';
import { Audit, AuditKeys, auditEntities } from '@app/audit';
import { schemaDrift } from '@app/database';
import { newSecret, pence } from '@app/kernel';
import { createTestDatabase, FakeClock, runJobs, type TestDatabase, testEnvironment } from '@app/testing';
import { StaffTasks, taskEntities } from '@app/tasks';
import { ActRunner } from './acts/act-runner.js';
import type { Order } from './order/order.entity.js';
import { OrderJobs } from './order.jobs.js';
import { orderEntities } from './orders.module.js';
import { OrdersService } from './orders.service.js';
import { PromiseWatch } from './promise-watch.js';
import { Rechecks } from './recheck/rechecks.js';
import type { PlaceOrder } from './placing/place-order.js';
import { sentFile } from '../../../test/support/sent-file.js';

let database: TestDatabase;
let orders: OrdersService;
let tasks: StaffTasks;
let audit: Audit;
let acts: ActRunner;
const clock = new FakeClock();
const inTransaction = <T>(work: (manager: TestDatabase['source']['manager']) => Promise<T>): Promise<T> =>
  database.source.transaction(work);

beforeAll(async () => {
  database = await createTestDatabase([...orderEntities, ...taskEntities, ...auditEntities]);
});
afterAll(() => database.drop());
beforeEach(() => {
  clock.set('2026-11-24T10:00:00Z');
  tasks = new StaffTasks(database.source, clock);
  audit = new Audit(database.source, clock, new AuditKeys(testEnvironment()));
  acts = new ActRunner(tasks, audit);
  orders = new OrdersService(database.source, testEnvironment(), clock, acts);
});

async function newAssessment(): Promise<string> {
  const id = randomUUID();
  await database.source.query(
    `insert into assessments (id, resume_code_hash, created_at, updated_at, expires_at) values ($1, $2, now(), now(), now())`,
    [id, Buffer.from(id)],
  );
  return id;
}

const form = async (changes: Partial<PlaceOrder> = {}): Promise<PlaceOrder> => ({
  formToken: newSecret(),
  assessmentId: await newAssessment(),
  occupationTitle: 'Machine learning engineer',
  answersCompleteAt: clock.now(),
  customerName: 'Ada Lovelace',
  customerEmail: 'ada@example.com',
  startChoice: 'start_now',
  consents: ['start_in_cancellation_period', 'right_ends_on_delivery'],
  ipAddress: '192.0.2.1',
  ...changes,
});

async function paidOrder(changes: Partial<PlaceOrder> = {}): Promise<Order> {
  const { order } = await orders.place(await form(changes));
  await inTransaction((manager) =>
    orders.recordPaid(manager, { orderId: order.id, amount: pence(4900), at: clock.now() }),
  );
  return await reread(order.id);
}

async function reread(id: string): Promise<Order> {
  const order = await orders.byId(id);
  if (!order) throw new Error('the order is gone');
  return order;
}

const names = async (id: string): Promise<string[]> => (await orders.events(id)).map(({ name }) => name);

async function jobsOf(orderId: string): Promise<Record<string, Date>> {
  const rows: { name: string; run_at: Date }[] = await database.source.query(
    `select t.identifier as name, j.run_at from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
     where j.payload ->> 'orderId' = $1`,
    [orderId],
  );
  return Object.fromEntries(rows.map(({ name, run_at }) => [name, run_at]));
}

describe('the tables', () => {
  it('are what the entities say', async () => {
    expect(await schemaDrift(database.url, orderEntities)).toEqual([]);
  });
});

describe('placing an order', () => {
  it('keeps the price, the consents with their words, and a secret that only opens this order', async () => {
    const { order, accessToken } = await orders.place(await form());
    expect(order).toMatchObject({ state: 'awaiting_payment', pricePence: 4900 });
    expect(order.reference).toMatch(/^PW-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    expect((await orders.byAccessToken(accessToken))?.id).toBe(order.id);
    expect(orders.statusUrl(await reread(order.id))).toBe(`http://localhost:3000/orders/${accessToken}`);
    expect(await orders.consents(order)).toMatchObject([
      { kind: 'start_in_cancellation_period', wordingVersion: '2026-11', ipAddress: '192.0.2.1' },
      { kind: 'right_ends_on_delivery', wordingVersion: '2026-11' },
    ]);
    const stored = await database.source.query(
      `select row_to_json(o)::text as row from orders o where id = $1`,
      [order.id],
    );
    expect(stored[0].row).not.toContain(accessToken);
  });

  it('is one order, however often and from however many tabs the form is sent', async () => {
    const input = await form();
    const others = await Promise.all(
      Array.from({ length: 10 }, (_, tab) =>
        orders.place(tab % 2 === 0 ? input : { ...input, formToken: newSecret() }),
      ),
    );
    expect(new Set(others.map(({ order }) => order.id)).size).toBe(1);
    expect(new Set(others.map(({ accessToken }) => accessToken)).size).toBe(1);
    expect(await names(others[0]?.order.id ?? '')).toEqual(['placed']);
  });

  it('takes over what was corrected before paying', async () => {
    const input = await form();
    await orders.place(input);
    const { order } = await orders.place({
      ...input,
      customerEmail: 'ada@example.org',
      startChoice: 'start_after_cancellation_period',
      consents: [],
    });
    expect(await reread(order.id)).toMatchObject({
      customerEmail: 'ada@example.org',
      startChoice: 'start_after_cancellation_period',
    });
    expect(await orders.consents(await reread(order.id))).toEqual([]);
    expect(await orders.consentsGiven(order.id)).toHaveLength(2);
    expect((await orders.events(order.id)).at(-1)).toMatchObject({
      name: 'amended',
      data: { changed: ['customerEmail', 'choice'], startChoice: 'start_after_cancellation_period' },
    });
  });

  it.each([
    ['starting now without both consents', { consents: ['right_ends_on_delivery'] }, 'consents_missing'],
    ['a name that cannot be printed', { customerName: 'Ada\n' + 'x' }, 'order_details_invalid'],
    ['no address', { customerEmail: 'ada' }, 'order_details_invalid'],
  ] as const)('refuses %s', async (_what, changes, code) => {
    await expect(orders.place(await form(changes as Partial<PlaceOrder>))).rejects.toMatchObject({ code });
  });

  it('refuses a second order for what is paid, and names the first', async () => {
    const input = await form();
    const { order } = await orders.place(input);
    await inTransaction((manager) =>
      orders.recordPaid(manager, { orderId: order.id, amount: pence(4900), at: clock.now() }),
    );
    for (const again of [input, { ...input, formToken: newSecret() }]) {
      await expect(orders.place(again)).rejects.toMatchObject({
        code: 'order_exists_paid',
        details: { orderId: order.id },
      });
    }
  });

  it('asks for a fresh form when the old one belongs to an order that has ended', async () => {
    const input = await form();
    const { order } = await orders.place(input);
    await inTransaction((manager) => orders.expire(manager, order.id));
    await expect(orders.place(input)).rejects.toMatchObject({ code: 'order_form_used' });
    expect((await orders.place({ ...input, formToken: newSecret() })).order.id).not.toBe(order.id);
  });
});

describe('a payment', () => {
  it('moves the order once and sends one confirmation, told five times at once', async () => {
    const { order } = await orders.place(await form());
    const record = { orderId: order.id, amount: pence(4900), at: clock.now() };
    const told = await Promise.all(
      Array.from({ length: 5 }, () => inTransaction((manager) => orders.recordPaid(manager, record))),
    );
    expect(told.sort()).toEqual(['already', 'already', 'already', 'already', 'recorded']);
    expect(await names(order.id)).toEqual(['placed', 'paid']);
    expect(Object.keys(await jobsOf(order.id)).sort()).toEqual(['order.expire', 'order.send-confirmation']);
  });

  it('revives an order that had expired: who paid gets what they bought', async () => {
    const { order } = await orders.place(await form());
    await inTransaction((manager) => orders.expire(manager, order.id));
    const paid = await inTransaction((manager) =>
      orders.recordPaid(manager, { orderId: order.id, amount: pence(4900), at: clock.now() }),
    );
    expect(paid).toBe('recorded');
    expect(await names(order.id)).toEqual(['placed', 'expired', 'revived', 'paid']);
  });

  it('is refused for an expired order whose place is taken, and for a cancelled one', async () => {
    const input = await form();
    const { order } = await orders.place(input);
    await inTransaction((manager) => orders.expire(manager, order.id));
    const { order: newer } = await orders.place({ ...input, formToken: newSecret() });
    await orders.cancel(newer.id, 'changed my mind');
    const pay = (id: string): Promise<unknown> =>
      inTransaction((manager) =>
        orders.recordPaid(manager, { orderId: id, amount: pence(4900), at: clock.now() }),
      );
    expect(await pay(newer.id)).toHaveProperty('refused');
    await orders.place({ ...input, formToken: newSecret() });
    expect(await pay(order.id)).toHaveProperty('refused');
  });
});

describe('the promise', () => {
  it('is stored when the confirmation is accepted, and never moves', async () => {
    const order = await paidOrder();
    const accepted = new Date('2026-11-24T16:59:00Z');
    clock.set(accepted);
    await inTransaction((manager) => orders.confirmationAccepted(manager, order.id, accepted));
    const promised = await reread(order.id);
    expect(promised.clockStartedAt).toEqual(accepted);
    expect(promised.targetAt).toEqual(new Date('2026-11-25T18:00:00Z'));
    expect(promised.promiseAt).toEqual(new Date('2026-11-26T18:00:00Z'));
    clock.set('2026-12-20T10:00:00Z');
    await inTransaction((manager) => orders.confirmationAccepted(manager, order.id, clock.now()));
    await inTransaction((manager) => orders.startClock(manager, order.id));
    expect(await reread(order.id)).toEqual(promised);
    expect(await names(order.id)).toEqual(['placed', 'paid', 'confirmation_accepted', 'clock_started']);
    expect(await jobsOf(order.id)).toHaveProperty(['blueprint.draft']);
  });

  it('waits for the end of the cancellation period when the customer chose that', async () => {
    const order = await paidOrder({ startChoice: 'start_after_cancellation_period', consents: [] });
    await inTransaction((manager) => orders.confirmationAccepted(manager, order.id, clock.now()));
    const jobs = await jobsOf(order.id);
    expect(jobs['order.start-clock']).toEqual(new Date('2026-12-09T00:00:00Z'));
    expect(jobs).not.toHaveProperty(['blueprint.draft']);
    await inTransaction((manager) => orders.startClock(manager, order.id));
    expect((await reread(order.id)).clockStartedAt).toBeNull();

    clock.set('2026-12-09T03:00:00Z');
    await database.source.query(`update graphile_worker._private_jobs set run_at = now() where key = $1`, [
      `start-clock:${order.id}`,
    ]);
    const watch = new PromiseWatch(database.source, clock, testEnvironment(), acts, tasks);
    await runJobs(
      database.source,
      new OrderJobs(database.source, orders, watch, new Rechecks(database.source, clock)).boundJobs(),
    );
    // The worker was three hours late; the customer's time does not depend on that.
    expect(await reread(order.id)).toMatchObject({
      clockStartedAt: new Date('2026-12-09T00:00:00Z'),
      promiseAt: new Date('2026-12-11T18:00:00Z'),
    });
  });

  it('does not start for an order that was cancelled meanwhile', async () => {
    const order = await paidOrder();
    await orders.cancel(order.id, 'changed my mind');
    await inTransaction((manager) => orders.confirmationAccepted(manager, order.id, clock.now()));
    expect((await reread(order.id)).promiseAt).toBeNull();
  });
});

describe('cancelling', () => {
  it('ends a paid order, keeps the fact of payment, and has the money given back', async () => {
    const order = await paidOrder();
    await Promise.all([orders.cancel(order.id, 'one'), orders.cancel(order.id, 'two')]);
    expect(await reread(order.id)).toMatchObject({
      state: 'cancelled',
      paidPence: 4900,
      paidAt: order.paidAt,
    });
    expect(await names(order.id)).toEqual(['placed', 'paid', 'cancelled']);
    expect(await jobsOf(order.id)).toHaveProperty(['order.settle-cancellation']);
  });

  it('is refused after delivery', async () => {
    const order = await paidOrder();
    await sentFile(database.source, order.id);
    await inTransaction((manager) => orders.markDelivered(manager, order.id, clock.now()));
    await expect(orders.cancel(order.id, 'too late')).rejects.toMatchObject({ code: 'order_delivered' });
  });

  it('is told to staff when the email was already on its way', async () => {
    const order = await paidOrder();
    await orders.cancel(order.id, 'just now');
    await sentFile(database.source, order.id);
    await inTransaction((manager) => orders.markDelivered(manager, order.id, clock.now()));
    expect(await tasks.open()).toContainEqual(
      expect.objectContaining({ kind: 'delivered_after_cancellation', orderId: order.id }),
    );
  });
});

describe('a refund', () => {
  it('in part leaves the order as it is; in full before delivery ends it; told twice it counts once', async () => {
    const order = await paidOrder();
    const tell = (total: number): Promise<void> =>
      inTransaction((manager) =>
        orders.recordRefunds(manager, order.id, {
          total: pence(total),
          given: [],
          undone: [],
          at: clock.now(),
        }),
      );
    await tell(1000);
    expect(await reread(order.id)).toMatchObject({ state: 'paid', refundedPence: 1000 });
    await tell(4900);
    await tell(4900);
    expect(await reread(order.id)).toMatchObject({
      state: 'cancelled',
      refundedPence: 4900,
      paidAt: order.paidAt,
    });
    expect(await names(order.id)).toEqual(['placed', 'paid', 'refunded', 'refunded', 'cancelled']);
  });

  it('after delivery does not undo the delivery', async () => {
    const order = await paidOrder();
    await sentFile(database.source, order.id);
    await inTransaction((manager) => orders.markDelivered(manager, order.id, clock.now()));
    await inTransaction((manager) =>
      orders.recordRefunds(manager, order.id, { total: pence(4900), given: [], undone: [], at: clock.now() }),
    );
    expect(await reread(order.id)).toMatchObject({
      state: 'paid',
      refundedPence: 4900,
      deliveredAt: clock.now(),
    });
  });
});

describe('what a member of staff does', () => {
  const someone = async (): Promise<string> => {
    const id = randomUUID();
    await database.source.query(
      `insert into staff (id, email, name, roles, password_hash, totp_secret_sealed, created_at)
       values ($1::uuid, $1::text, 'Mary', '{manager}', 'x', 'x', now())`,
      [id],
    );
    return id;
  };

  it('is in the audit log with who, why and what it was before; a repeat is not', async () => {
    const [order, staffId] = [await paidOrder(), await someone()];
    const actor = {
      kind: 'staff',
      staffId,
      reason: 'asked on the telephone',
      ipAddress: '192.0.2.7',
    } as const;
    for (let n = 0; n < 2; n += 1) await orders.cancel(order.id, 'asked on the telephone', actor);
    expect(await audit.about('order', order.id)).toEqual([
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
    const order = await paidOrder();
    const nobody = { kind: 'staff', staffId: randomUUID() } as const;
    await expect(orders.cancel(order.id, 'nobody', nobody)).rejects.toThrow();
    expect((await reread(order.id)).state).toBe('paid');
    expect(await names(order.id)).toEqual(['placed', 'paid']);
    expect(await jobsOf(order.id)).not.toHaveProperty(['order.settle-cancellation']);
  });

  it('is not what a customer or a job does', async () => {
    const order = await paidOrder();
    await orders.cancel(order.id, 'changed my mind');
    expect(await audit.about('order', order.id)).toEqual([]);
  });
});
