import { createTestDatabase, tamper, type TestDatabase } from '@app/testing';

/** Foreign keys that need no index, each with its reason. */
const NEED_NONE: Readonly<Record<string, string>> = {
  'reviews (claimed_by)': 'staff are never removed, and claims are looked up by their review',
  'reviews (given_by)': 'staff are never removed, and nothing is looked up by who gave it',
  'reviews (given_to)': 'staff are never removed, and what was given is looked up among the open reviews',
  'audit_log (staff_id)': 'staff are never removed, and the log is read by its subject or by its order',
};

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database?.drop());

/**
 * Foreign keys that no index begins with, in any order of their columns. An index over the rows in which the column is not null counts: no
 * other row can point at anything.
 */
async function withoutIndex(): Promise<string[]> {
  const rows = await database.source.query<{ key: string }[]>(`
    select c.conrelid::regclass::text || ' (' || k.names || ')' as key
    from pg_constraint c
    cross join lateral (
      select string_agg(a.attname, ', ' order by n.place) as names, array_agg(a.attname || ' IS NOT NULL') as set
      from unnest(c.conkey) with ordinality n (number, place)
      join pg_attribute a on a.attrelid = c.conrelid and a.attnum = n.number) k
    where c.contype = 'f' and c.connamespace = 'public'::regnamespace and not exists (
      select 1 from pg_index i
      cross join lateral (select (string_to_array(i.indkey::text, ' ')::int2[])[1:cardinality(c.conkey)] as first) b
      where i.indrelid = c.conrelid and b.first @> c.conkey and b.first <@ c.conkey
        and (i.indpred is null or trim(both '()' from pg_get_expr(i.indpred, i.indrelid)) = any (k.set)))
    order by key`);
  return rows.map(({ key }) => key);
}

describe('an index', () => {
  it('stands behind every foreign key that is searched or deleted by', async () => {
    expect(await withoutIndex()).toEqual(Object.keys(NEED_NONE).sort());
  });

  it('that covers only some of the rows does not count', async () => {
    await tamper(
      database.source,
      `
      create table things (id uuid primary key);
      create table parts (thing_id uuid references things (id), worn boolean);
      create index parts_by_thing on parts (thing_id) where worn`,
    );
    expect(await withoutIndex()).toContain('parts (thing_id)');
    await tamper(database.source, 'create index parts_by_all on parts (thing_id) where thing_id is not null');
    expect(await withoutIndex()).not.toContain('parts (thing_id)');
  });
});
