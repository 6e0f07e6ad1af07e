import type pg from 'pg';

/** A table whose rows are kept in a backup, as PostgreSQL knows it. */
export interface StoredTable {
  /** With its schema, quoted where needed. */
  readonly name: string;
  /** Columns that are written, not worked out. */
  readonly columns: string;
}

/** Asks the database of a backup, in the moment that it is of, or one that is being restored. */
export interface Asking {
  query<Rows extends unknown[]>(sql: string, parameters?: unknown[]): Promise<Rows>;
}

export const askingOf = (client: pg.Client): Asking => ({
  query: async <Rows extends unknown[]>(sql: string, parameters: unknown[] = []) =>
    (await client.query(sql, parameters)).rows as unknown as Rows,
});

/** Bytes that belong to a row and lie elsewhere. */
export interface BytesElsewhere {
  readonly id: string;
  readonly bytes: Buffer;
}

/** What a table holds: how many rows, and one hash of all of them in whatever order they lie. */
export interface TableContent {
  readonly rows: number;
  readonly sha256: string;
}

/**
 * Every table with rows worth keeping, each after those that its foreign keys point at. Not: which migrations ran, which the schema brings
 * itself, and unlogged tables, which a crash may empty anyway.
 */
export async function storedTables(client: pg.Client): Promise<StoredTable[]> {
  const { rows } = await client.query<StoredTable & { needs: string[] }>(`
    select c.oid::regclass::text as name,
      (select string_agg(quote_ident(a.attname), ', ' order by a.attnum) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      array(select distinct f.confrelid::regclass::text from pg_constraint f
        where f.conrelid = c.oid and f.contype = 'f' and not f.condeferrable and f.confrelid <> c.oid) as needs
    from pg_class c
    where c.relnamespace in ('public'::regnamespace, 'graphile_worker'::regnamespace)
      and c.relkind = 'r' and c.relpersistence = 'p' and c.relname <> 'migrations'
    order by name`);
  const ordered: StoredTable[] = [];
  const waiting = new Map(rows.map((row) => [row.name, row]));
  while (waiting.size > 0) {
    const ready = [...waiting.values()].filter(({ needs }) => !needs.some((need) => waiting.has(need)));
    if (ready.length === 0)
      throw new Error(`These tables point at each other: ${[...waiting.keys()].join(', ')}`);
    for (const { name, columns } of ready) {
      ordered.push({ name, columns });
      waiting.delete(name);
    }
  }
  return ordered;
}

export async function contentOf(client: pg.Client, { name, columns }: StoredTable): Promise<TableContent> {
  const { rows } = await client.query<TableContent>(`
    select count(*)::int as rows, encode(sha256(convert_to(coalesce(string_agg(h, '' order by h), ''), 'UTF8')), 'hex') as sha256
    from (select md5(row_to_json(t)::text) as h from (select ${columns} from ${name}) t) hashed`);
  const [content] = rows;
  if (!content) throw new Error(`${name} could not be read`);
  return content;
}

/** How rows are written as text must not depend on whose session it is. */
export const PLAIN_TEXT = `set timezone = 'UTC'; set datestyle = 'ISO'; set bytea_output = 'hex'; set extra_float_digits = 1`;

/** The migrations that a database has had, in the order of their time. */
export async function migrationsOf(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    'select name from public.migrations order by timestamp, name',
  );
  return rows.map(({ name }) => name);
}
