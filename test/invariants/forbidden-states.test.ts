import { ForbiddenScene } from '../support/invariants/forbidden-scene.js';
import { ALLOWED, FORBIDDEN } from '../support/invariants/forbidden-states.js';

let scene: ForbiddenScene;
beforeAll(async () => {
  scene = await ForbiddenScene.open();
});
afterAll(() => scene?.database.drop());

describe('PostgreSQL itself forbids', () => {
  it.each(FORBIDDEN)('%s', async (_what, sql, words) => {
    await expect(scene.attempt(sql(scene))).rejects.toThrow(words);
  });

  it('nothing that must remain possible', async () => {
    for (const [what, sql] of ALLOWED)
      await scene.attempt(sql(scene)).catch((error: unknown) => {
        throw new Error(`${what}: ${String(error)}`);
      });
  });
});

it('every function of ours looks at our tables, whatever else has their names', async () => {
  const looks = await scene.source.query<{ name: string; path: string[] | null }[]>(
    `select proname as name, proconfig as path from pg_proc where pronamespace = 'public'::regnamespace`,
  );
  expect(looks.length).toBeGreaterThan(30);
  expect(looks.filter(({ path }) => path?.[0] !== 'search_path=public, pg_temp')).toEqual([]);
});

describe('the role of the applications', () => {
  it.each([
    'alter table orders disable trigger all',
    'alter table audit_log disable trigger audit_log_append_only',
    'drop trigger orders_stay on orders',
    'drop table receipts',
    'truncate order_events',
    'truncate audit_log',
    'alter table payments drop constraint payments_amount_pence_check',
    'create or replace function evidence_stays() returns trigger language plpgsql as $$ begin return new; end $$',
    'set session_replication_role = replica',
    `delete from migrations`,
    'create table mine (id integer)',
    'create role another superuser',
  ])('cannot stand above what is forbidden: %s', async (sql) => {
    await expect(scene.attempt(sql)).rejects.toThrow(/must be owner|permission denied/);
  });
});
