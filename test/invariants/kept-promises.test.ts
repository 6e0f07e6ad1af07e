import type { DataSource } from 'typeorm';
import { newId } from '@app/kernel';
import { createTestDatabase, tamper, type TestDatabase } from '@app/testing';

let database: TestDatabase;
let source: DataSource;
beforeAll(async () => {
  database = await createTestDatabase();
  ({ source } = database);
});
afterAll(() => database?.drop());

/** A paid order that is promised by Thursday evening, with its target the evening before. */
async function promised(facts: Record<string, string> = {}): Promise<string> {
  const [id, assessment] = [newId(), newId()];
  await source.query(
    `insert into assessments (id, created_at, updated_at, expires_at) values ($1, now(), now(), now())`,
    [assessment],
  );
  const columns = {
    clock_started_at: '2026-11-24',
    target_at: '2026-11-25 18:00Z',
    promise_at: '2026-11-26 18:00Z',
    start_choice: 'start_now',
    ...facts,
  };
  await tamper(
    source,
    `insert into orders (id, reference, state, assessment_id, form_token, access_token_hash, access_token_sealed, customer_name, customer_email,
       occupation_title, price_pence, created_at, expires_at, paid_at, paid_pence, calendar_version, policy_version, expected_at,
       ${Object.keys(columns).join(', ')})
     values ($1, $3, 'paid', $2, $3, $4, 's', 'Ada', 'a@example.org', 'Nurse', 4900,
       now(), now(), now(), 4900, 'c', 'p', '2026-11-26 18:00Z', ${Object.values(columns)
         .map((value) => `'${value}'`)
         .join(', ')})`,
    [id, assessment, id, Buffer.from(id)],
  );
  return id;
}
type Query = Pick<DataSource, 'query'>;
const set = (id: string, change: string, by: Query = source): Promise<unknown> =>
  by.query(`update orders set ${change} where id = $1`, [id]);
const pause = async (id: string, by: Query = source): Promise<void> => {
  await by.query(
    `insert into order_blockers (id, order_id, kind, reason, source, opened_at) values (gen_random_uuid(), $1, 'pause', 'why', gen_random_uuid(), now())`,
    [id],
  );
};
const end = (id: string, act: string, by: Query = source): Promise<unknown> =>
  by.query(
    `update order_blockers set ended_at = now(), ended_reason = 'r', end_act = $2 where order_id = $1 and ended_at is null`,
    [id, act],
  );
const LATER = `promise_at = '2026-11-27 18:00Z', target_at = '2026-11-26 18:00Z', original_promise_at = '2026-11-26 18:00Z'`;

describe('PostgreSQL itself keeps a promise', () => {
  it.each([
    ['a later promise', `promise_at = promise_at + interval '1 minute'`],
    ['an earlier promise', `promise_at = promise_at - interval '1 minute'`],
    ['no promise any more', 'promise_at = null, clock_started_at = null'],
    ['another target', `target_at = target_at + interval '1 minute'`],
    ['another first promise', `original_promise_at = promise_at - interval '1 day'`],
    ['another start', `clock_started_at = clock_started_at + interval '1 day'`],
    ['another calendar', `calendar_version = 'other'`],
    ['another policy', `policy_version = 'other'`],
    ['another expectation', `expected_at = expected_at + interval '1 day'`],
    ['the whole of what resuming does, without a pause', LATER],
  ])('refuses %s', async (_what, change) => {
    const id = await promised();
    await expect(set(id, change)).rejects.toThrow(/is kept|told of its time stays/);
  });

  it('lets resuming move it, and only what ends the pause in the same transaction', async () => {
    const id = await promised();
    await pause(id);
    // The pause stands on at the end of the transaction.
    await expect(set(id, LATER)).rejects.toThrow('moves only when it is resumed');
    await expect(
      source.transaction(async (manager) => {
        await set(id, LATER, manager);
        await end(id, 'order.blocker_ended', manager);
      }),
    ).rejects.toThrow('moves only when it is resumed');
    await source.transaction(async (manager) => {
      await set(id, LATER, manager);
      await end(id, 'order.resumed', manager);
    });
    await expect(set(id, `promise_at = '2026-11-30 18:00Z'`)).rejects.toThrow(/is kept/);
  });

  it.each([
    ['an earlier promise', `promise_at = promise_at - interval '1 hour', original_promise_at = promise_at`],
    [
      'a first promise that was not',
      `${LATER.replace("original_promise_at = '2026-11-26", "original_promise_at = '2026-11-25")}`,
    ],
    ['another calendar', `${LATER}, calendar_version = 'other'`],
  ])('lets not even resuming make %s', async (_what, change) => {
    const id = await promised();
    await pause(id);
    await expect(set(id, change)).rejects.toThrow(/is kept/);
  });

  it('refuses to move it once the blueprint is delivered', async () => {
    const id = await promised({ delivered_at: '2026-11-26 12:00Z' });
    await pause(id);
    await expect(set(id, LATER)).rejects.toThrow(/is kept/);
  });

  it('refuses to forget that an order was late, and a new time for one that was not', async () => {
    const id = await promised({ late_at: '2026-11-26 18:05Z' });
    await expect(set(id, 'late_at = null')).rejects.toThrow('told of its time stays');
    await set(id, `new_time_at = '2026-11-27 18:00Z'`);
    await expect(set(await promised(), `new_time_at = '2026-11-27 18:00Z'`)).rejects.toThrow(/check/);
  });

  it('wants the end of the wait where a wait was chosen, and keeps it', async () => {
    const choice = { start_choice: 'start_after_cancellation_period' };
    await expect(promised(choice)).rejects.toThrow(/orders_wait_known/);
    const id = await promised({ ...choice, wait_ends_at: '2026-12-09' });
    await expect(set(id, `wait_ends_at = '2026-12-10'`)).rejects.toThrow('told of its time stays');
  });
});
