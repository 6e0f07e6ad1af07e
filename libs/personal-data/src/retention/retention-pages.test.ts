import pg from 'pg';
import type { EntityManager } from 'typeorm';
import { AssessmentForgetting } from '@app/assessment';
import { TaskForgetting } from '@app/tasks';
import { createTestDatabase, type TestDatabase } from '@app/testing';

const ROWS = 20_000;
/** The root of an index and what is beside it are no reading through. */
const FEW = 20;
const NOW = new Date('2034-05-20T07:40:00Z');

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  const owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  // As after years: all of it is old, and hardly anything is due any more.
  await owner.query(`
    set session_replication_role = replica;
    insert into assessments (id, created_at, updated_at, expires_at, erased_at, kept_for_order)
      select gen_random_uuid(), made, made, made, case when n % 5 > 0 then made end, n % 5 = 0
      from generate_series(1, ${ROWS}) n, lateral (select timestamptz '2030-01-01' + n * interval '1 hour' as made) as made;
    insert into staff_tasks (id, kind, subject, summary, opened_at, due_at, closed_at)
      select gen_random_uuid(), case when n % 3 = 0 then 'complaint' else 'promise_at_risk' end, n::text, 'One.', made, made, made
      from generate_series(1, ${ROWS}) n, lateral (select timestamptz '2034-05-19' - (${ROWS} - n) * case when n % 3 = 0 then interval '20 minutes' else interval '3 hours' end as made) as made;
    analyze assessments, staff_tasks`);
  await owner.end();
});
afterAll(() => database?.drop());

/** How many rows of a table a piece of work looked at. */
const looked = (table: string, work: (manager: EntityManager) => Promise<unknown>): Promise<number> =>
  database.source.transaction(async (manager) => {
    await work(manager);
    const [row] = await manager.query<{ rows: string }[]>(
      'select seq_tup_read + coalesce(idx_tup_fetch, 0) as rows from pg_stat_xact_user_tables where relname = $1',
      [table],
    );
    return Number(row?.rows);
  });

describe('what runs every night', () => {
  it('finds the few answers that end without looking at all that have', async () => {
    const ending = (manager: EntityManager) => new AssessmentForgetting().ending(manager, NOW, null, 200);
    expect(await looked('assessments', ending)).toBeLessThan(FEW);
  });

  it('finds the few settled messages of people without looking at every task', async () => {
    const remove = (manager: EntityManager) =>
      new TaskForgetting().removeClosed(
        manager,
        ['complaint', 'cancellation_notice'],
        new Date('2032-05-20'),
        200,
      );
    expect(await looked('staff_tasks', remove)).toBeLessThan(FEW);
  });
});
