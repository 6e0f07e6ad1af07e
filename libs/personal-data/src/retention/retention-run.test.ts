import { Module } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';
import { DataSource } from 'typeorm';
import { Environment } from '@app/config';
import { DatabaseModule } from '@app/database';
import { CLOCK, plusDays, plusMonths } from '@app/kernel';
import { createTestDatabase, emptyTables, FakeClock, type TestDatabase, testEnvironment } from '@app/testing';
import { PersonalDataModule } from '../personal-data.module.js';
import { buildAssessment, buildOrder } from '../order-record.builder.js';
import { type RetentionCounts, RetentionRun } from './retention-run.js';

const NOW = new Date('2034-05-20T07:40:00Z');
const NOTHING: RetentionCounts = {
  warned: 0,
  assessmentsDeleted: 0,
  blueprintsErased: 0,
  unpaidOrdersDeleted: 0,
  ordersDeleted: 0,
  paymentMessagesEmptied: 0,
  publicMessagesDeleted: 0,
};
const clock = new FakeClock(NOW);
let database: TestDatabase;
let app: TestingModule;
let source: DataSource;

beforeAll(async () => {
  database = await createTestDatabase();
  const providers = [
    { provide: Environment, useValue: testEnvironment({ DATABASE_URL: database.url }) },
    { provide: CLOCK, useValue: clock },
  ];
  @Module({ providers, exports: providers })
  class Settings {}
  app = await Test.createTestingModule({
    imports: [{ module: Settings, global: true }, DatabaseModule.forRoot(), PersonalDataModule],
  }).compile();
  source = app.get(DataSource);
});
afterAll(async () => {
  await app?.close();
  await database?.drop();
});
beforeEach(async () => {
  clock.set(NOW);
  await emptyTables(source, 'orders', 'assessments', 'stripe_events');
});

const run = (batch?: number): Promise<RetentionCounts> => app.get(RetentionRun).run(undefined, batch);
const count = async (table: string): Promise<number> =>
  Number((await source.query<{ n: string }[]>(`select count(*) as n from ${table}`))[0]?.n);
const ago = (days: number): Date => plusDays(NOW, -days);
/** `orders`, and every table whose rows hang on one: a table that is added to the schema joins by itself, and must be built and forgotten. */
const pointingAtOrders = async (): Promise<string[]> => {
  const rows = await source.query<{ name: string }[]>(
    `with recursive parts as (
       select 'orders'::regclass as parent
       union select conrelid::regclass from pg_constraint join parts on confrelid = parent where contype = 'f')
     select parent::text as name from parts`,
  );
  return rows.map(({ name }) => name);
};
const finished = (expiresAt: Date, email?: string): Promise<string> =>
  buildAssessment(source, {
    createdAt: plusMonths(expiresAt, -12),
    completedAt: plusMonths(expiresAt, -12),
    expiresAt,
    ...(email !== undefined && { email }),
  });

describe('a free assessment', () => {
  it('is deleted at its end and not before; a second run finds nothing', async () => {
    await buildAssessment(source, { createdAt: ago(91), expiresAt: ago(0) });
    await finished(ago(0));
    await buildAssessment(source, { createdAt: ago(89), expiresAt: ago(-1) });
    await finished(ago(-1));
    expect(await run()).toEqual({ ...NOTHING, assessmentsDeleted: 2 });
    expect(await run()).toEqual(NOTHING);
    expect(await count('assessments')).toBe(2);
  });

  it('with an address is warned of once, 30 days before, and goes at its end with its emails', async () => {
    await finished(ago(-31), 'sam@example.org');
    expect(await run()).toEqual(NOTHING);
    clock.advance(86_400_000);
    expect(await run()).toEqual({ ...NOTHING, warned: 1 });
    clock.advance(86_400_000);
    expect(await run()).toEqual(NOTHING);
    expect(await source.query('select kind, recipient, state from deliveries')).toEqual([
      { kind: 'notice', recipient: 'sam@example.org', state: 'queued' },
    ]);
    clock.advance(29 * 86_400_000);
    expect(await run()).toEqual({ ...NOTHING, assessmentsDeleted: 1 });
    expect(await count('deliveries')).toBe(0);
  });

  it('that nobody warned of in time is given a week more', async () => {
    await finished(ago(3), 'sam@example.org');
    expect(await run()).toEqual({ ...NOTHING, warned: 1 });
    clock.advance(6 * 86_400_000);
    expect(await run()).toEqual(NOTHING);
    clock.advance(86_400_000);
    expect(await run()).toEqual({ ...NOTHING, assessmentsDeleted: 1 });
  });

  it('stays while its owner is not warned yet, however many there are to warn', async () => {
    for (let n = 0; n < 101; n += 1) await finished(ago(1), `sam${n}@example.org`);
    // A run of a hundred batches, of one each.
    for (const warned of [100, 1]) expect(await run(1)).toEqual({ ...NOTHING, warned });
  });

  it('is worked off in batches, each row once', async () => {
    for (let n = 0; n < 7; n += 1) await finished(ago(n));
    expect(await run(3)).toEqual({ ...NOTHING, assessmentsDeleted: 7 });
  });

  it('is found behind a whole batch of those that an order rests on', async () => {
    for (let n = 0; n < 4; n += 1) await buildOrder(source, { state: 'paid', at: ago(9), paidAt: ago(9) });
    await finished(ago(1));
    await finished(ago(-30), 'sam@example.org');
    expect(await run(3)).toEqual({ ...NOTHING, assessmentsDeleted: 1, warned: 1 });
    expect(await count('assessments')).toBe(5);
  });
});

describe('an order', () => {
  it('loses its answers and blueprint 24 months after delivery, and keeps the record of the sale', async () => {
    const delivered = plusMonths(NOW, -24);
    const due = await buildOrder(source, {
      state: 'paid',
      at: delivered,
      paidAt: delivered,
      deliveredAt: delivered,
    });
    const later = plusDays(delivered, 1);
    const kept = await buildOrder(source, { state: 'paid', at: later, paidAt: later, deliveredAt: later });
    expect(await run()).toEqual({ ...NOTHING, blueprintsErased: 1 });
    expect(await run()).toEqual(NOTHING);
    const rows = await source.query(
      `select o.id, a.result is null as answers_gone, b.pdf is null and b.snapshot = '{}' as blueprint_gone, r.total_pence
       from orders o join assessments a on a.id = o.assessment_id join blueprints b on b.order_id = o.id
         join receipts r on r.order_id = o.id order by o.delivered_at`,
    );
    expect(rows).toEqual([
      { id: due.orderId, answers_gone: true, blueprint_gone: true, total_pence: 4900 },
      { id: kept.orderId, answers_gone: false, blueprint_gone: false, total_pence: 4900 },
    ]);
    const told = await source.query(`select data from order_events where name = 'data_erased'`);
    expect(told).toEqual([{ data: { why: 'time_over' } }]);
  });

  it('in dispute keeps them until the bank has decided', async () => {
    const at = plusMonths(NOW, -25);
    const { orderId } = await buildOrder(source, { state: 'paid', at, paidAt: at, deliveredAt: at });
    await source.query('update orders set disputed_at = $1', [at]);
    expect(await run()).toEqual(NOTHING);
    await source.query(`insert into order_events (order_id, name, at) values ($1, 'dispute_closed', $2)`, [
      orderId,
      at,
    ]);
    expect(await run()).toEqual({ ...NOTHING, blueprintsErased: 1 });
  });

  it('that was paid and cancelled loses its answers after 12 months', async () => {
    const at = plusMonths(NOW, -12);
    await buildOrder(source, { state: 'cancelled', at, paidAt: at, refundedAt: at });
    expect(await run()).toEqual({ ...NOTHING, blueprintsErased: 1 });
  });

  it('is gone with every trace six years after the end of the financial year, and its number is not touched before', async () => {
    // Paid in the financial year that ended on 31 March 2028, and in the one after.
    const old = new Date('2028-03-31T12:00:00Z');
    const young = new Date('2028-04-01T12:00:00Z');
    await buildOrder(source, { state: 'paid', at: old, paidAt: old, deliveredAt: old });
    const kept = await buildOrder(source, { state: 'paid', at: young, paidAt: young, deliveredAt: young });
    // Money that moved later counts.
    await buildOrder(source, { state: 'paid', at: old, paidAt: old, deliveredAt: old, refundedAt: young });
    expect(await run()).toEqual({ ...NOTHING, blueprintsErased: 3, ordersDeleted: 1 });
    expect(await run()).toEqual(NOTHING);
    for (const table of ['assessments', ...(await pointingAtOrders())])
      expect([table, await count(table)]).toEqual([table, table === 'order_events' ? 4 : 2]);
    expect(await source.query('select 1 from orders where id = $1', [kept.orderId])).toHaveLength(1);
  });

  it('that nobody paid is gone after 90 days, and the answers with it once their own time is over', async () => {
    await buildOrder(source, { state: 'expired', at: ago(91) });
    await buildOrder(source, { state: 'cancelled', at: ago(89) });
    expect(await run()).toEqual({ ...NOTHING, unpaidOrdersDeleted: 1, assessmentsDeleted: 1 });
    expect(await source.query('select kept_for_order as kept from assessments')).toEqual([{ kept: true }]);
    clock.advance(2 * 86_400_000);
    expect(await run()).toEqual({ ...NOTHING, unpaidOrdersDeleted: 1, assessmentsDeleted: 1 });
  });

  it('for which money came in later, or although it never was paid, is kept by that money', async () => {
    const [old, at] = [new Date('2027-06-01T12:00:00Z'), new Date('2034-01-10T12:00:00Z')];
    const unpaid = await buildOrder(source, { state: 'expired', at });
    const again = await buildOrder(source, { state: 'paid', at: old, paidAt: old, deliveredAt: old });
    for (const { orderId } of [unpaid, again])
      await source.query(
        `insert into payments (id, session_id, order_id, payment_intent_id, amount_pence, currency, accepted, received_at)
         values (gen_random_uuid(), 'cs_' || $1::text, $1::uuid, 'pi_' || $1::text, 4900, 'eur', false, $2)`,
        [orderId, at],
      );
    expect(await run()).toEqual({ ...NOTHING, blueprintsErased: 1 });
    clock.set(new Date('2040-04-02T07:40:00Z'));
    expect(await run()).toMatchObject({ ordersDeleted: 2, unpaidOrdersDeleted: 0 });
  });
});

describe('what Stripe told us', () => {
  it('is emptied 90 days after it was dealt with, and still known', async () => {
    const event = (id: string, handledAt: Date | null): Promise<unknown> =>
      source.query(
        `insert into stripe_events (id, type, livemode, payload, created_at, received_at, handled_at)
         values ($1, 't', false, '{"email": "sam@example.org"}', $2, $2, $3)`,
        [id, ago(200), handledAt],
      );
    await event('evt_old', ago(90));
    await event('evt_new', ago(89));
    await event('evt_unhandled', null);
    expect(await run()).toEqual({ ...NOTHING, paymentMessagesEmptied: 1 });
    const emptied = await source.query(`select id from stripe_events where payload = '{}'`);
    expect(emptied).toEqual([{ id: 'evt_old' }]);
  });
});

describe('a message to us', () => {
  const message = async (closedAt: Date | null): Promise<void> => {
    const [{ id } = { id: '' }] = await source.query<{ id: string }[]>(
      `insert into staff_tasks (id, kind, subject, summary, opened_at, due_at, closed_at)
       values (gen_random_uuid(), 'complaint', gen_random_uuid()::text, 's', $1, $1, $2) returning subject as id`,
      [ago(900), closedAt],
    );
    await source.query(
      `insert into deliveries (id, kind, subject_key, recipient, message_id, state, send_after, created_at)
       values (gen_random_uuid(), 'notice', 'message:' || $1, 'a@example.org', $1, 'accepted', $2, $2)`,
      [id, ago(900)],
    );
  };

  it('goes 24 months after it was settled, with its acknowledgement; an open one stays', async () => {
    await emptyTables(source, 'staff_tasks', 'deliveries');
    await message(null);
    await message(plusMonths(NOW, -24));
    await message(plusDays(plusMonths(NOW, -24), 1));
    expect(await run()).toEqual({ ...NOTHING, publicMessagesDeleted: 1 });
    expect([await count('staff_tasks'), await count('deliveries')]).toEqual([2, 2]);
    await emptyTables(source, 'staff_tasks', 'deliveries');
  });
});
