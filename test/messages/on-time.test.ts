import { Module } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';
import { DataSource } from 'typeorm';
import { Environment } from '@app/config';
import { DatabaseModule } from '@app/database';
import { CLOCK } from '@app/kernel';
import { OnTimeRecord, OrdersModule } from '@app/orders';
import { createTestDatabase, FakeClock, tamper, type TestDatabase, testEnvironment } from '@app/testing';

let database: TestDatabase;
let app: TestingModule;
beforeAll(async () => {
  database = await createTestDatabase();
  const providers = [
    { provide: Environment, useValue: testEnvironment({ DATABASE_URL: database.url }) },
    { provide: CLOCK, useValue: new FakeClock(new Date('2027-02-01T12:00:00Z')) },
  ];
  @Module({ providers, exports: providers })
  class Settings {}
  app = await Test.createTestingModule({
    imports: [{ module: Settings, global: true }, DatabaseModule.forRoot(), OrdersModule],
  }).compile();
});
afterAll(async () => {
  await app?.close();
  await database?.drop();
});

let orders = 0;
/** A paid order that was promised for a time, and what became of it. */
async function order(
  promise: string,
  { delivered, cancelled }: { delivered?: string; cancelled?: string },
): Promise<string> {
  const source = app.get(DataSource);
  const [{ id } = { id: '' }] = await source.query<{ id: string }[]>(
    `insert into assessments (id, created_at, updated_at, expires_at) values (gen_random_uuid(), now(), now(), now()) returning id`,
  );
  orders += 1;
  // Of its delivery the record reads the time alone, so no blueprint stands behind it.
  await tamper(
    source,
    `insert into orders (id, reference, state, assessment_id, form_token, access_token_hash, access_token_sealed, customer_name,
       customer_email, occupation_title, price_pence, start_choice, created_at, expires_at, paid_at, paid_pence, clock_started_at,
       promise_at, delivered_at, cancelled_at)
     values ($3, $1, $2, $3, $1, $4, 's', 'Ada', 'a@example.org', 'Nurse', 4900, 'start_now', $5, $5, $5, 4900, $5, $5, $6, $7)`,
    [
      `PW-${orders}`,
      cancelled === undefined ? 'paid' : 'cancelled',
      id,
      Buffer.from(String(orders)),
      promise,
      delivered ?? null,
      cancelled ?? null,
    ],
  );
  return id;
}

it('the record counts what fell due, by the month in London, and hides no late order', async () => {
  const record = app.get(OnTimeRecord);
  expect(await record.months()).toEqual([]);
  await order('2026-12-10T18:00:00Z', { delivered: '2026-12-10T18:00:00Z' });
  await order('2026-12-11T18:00:00Z', { delivered: '2026-12-11T18:00:01Z' });
  // Never delivered.
  await order('2026-12-14T18:00:00Z', {});
  // Ended by the customer: in time, and because it was late.
  await order('2026-12-15T18:00:00Z', { cancelled: '2026-12-14T09:00:00Z' });
  await order('2026-12-16T18:00:00Z', { cancelled: '2026-12-17T09:00:00Z' });
  await order('2027-01-05T18:00:00Z', { delivered: '2027-01-04T10:00:00Z' });
  // Not due yet.
  await order('2027-02-03T18:00:00Z', { delivered: '2027-02-01T10:00:00Z' });
  const shown = [
    { month: '2027-01', due: 1, onTime: 1 },
    { month: '2026-12', due: 4, onTime: 1 },
  ];
  expect(await record.months()).toEqual(shown);

  // Counted each night it is the same, also when it is counted twice; what falls due after the count is there at once.
  await record.count();
  await record.count();
  const counted = 'select sum(due)::int as due from on_time_days';
  expect(await database.source.query(counted)).toEqual([{ due: 5 }]);
  expect(await record.months()).toEqual(shown);
  await order('2027-02-01T11:00:00Z', { delivered: '2027-02-01T10:00:00Z' });
  expect(await record.months()).toEqual([{ month: '2027-02', due: 1, onTime: 1 }, ...shown]);
  // A late order whose promise was moved since is counted where it is due now.
  await tamper(database.source, `update orders set promise_at = '2027-01-20T18:00Z' where promise_at = $1`, [
    '2026-12-14T18:00:00Z',
  ]);
  await record.count();
  expect(await record.months()).toMatchObject([
    { month: '2027-02', due: 1 },
    { month: '2027-01', due: 2, onTime: 1 },
    { month: '2026-12', due: 3, onTime: 1 },
  ]);
});

it('corrections are counted apart: all that fell due, but for one that ended with its erased order', async () => {
  const record = app.get(OnTimeRecord);
  expect(await record.corrections()).toEqual({ due: 0, onTime: 0 });
  const before = await record.months();
  const orderId = await order('2024-01-05T18:00:00Z', { delivered: '2024-01-05T10:00:00Z' });
  for (const [promise, settled, decision] of [
    ['2026-12-10T18:00:00Z', '2026-12-10T18:00:00Z', 'redraft'],
    ['2026-12-11T18:00:00Z', '2026-12-11T18:00:01Z', 'answer'],
    ['2026-12-11T18:00:00Z', '2026-12-10T18:00:01Z', 'withdrawn'],
    ['2025-01-11T18:00:00Z', '2025-01-11T18:00:01Z', 'answer'],
    // Due, and nobody has decided.
    ['2027-01-11T18:00:00Z', null, null],
  ])
    await app.get(DataSource).query(
      `insert into corrections (id, order_id, about, asked_at, target_at, promise_at, settled_at, decision, decided_at)
       values (gen_random_uuid(), $1, 'words', $2, $2, $2, $3, $4, $3)`,
      [orderId, promise, settled, decision],
    );
  expect(await record.corrections()).toEqual({ due: 3, onTime: 1 });
  expect(await record.months()).toEqual(before);
});
