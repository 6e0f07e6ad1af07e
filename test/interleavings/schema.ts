import pg from 'pg';

/** What the database itself knows of its tables: what a statement may name, and what happens beside it. */
export interface Schema {
  readonly tables: ReadonlyMap<string, Table>;
  /** The body of each function of ours, by its name. */
  readonly functions: ReadonlyMap<string, string>;
  /** Everything that has a name: tables, columns, indexes, constraints, triggers, functions. */
  readonly names: ReadonlySet<string>;
}

export interface Table {
  readonly columns: readonly string[];
  /** The columns of each unique index over all rows; the primary key is one of them. */
  readonly unique: readonly (readonly string[])[];
  /** What its rows refer to; `always` when none of the columns may be null. */
  readonly parents: readonly { readonly column: string; readonly table: string; readonly always: boolean }[];
  readonly triggers: readonly Trigger[];
}

export interface Trigger {
  readonly events: readonly ('insert' | 'update' | 'delete')[];
  /** Of an update, the columns that set it off, or that its condition looks at; none means any. */
  readonly of: readonly string[];
  readonly calls: string;
  /** The names by which it reads the rows of the statement that set it off. */
  readonly passed: readonly string[];
}

const COLUMNS = `array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum = any(K) order by a.attnum)`;

/** @param url of a migrated database. */
export async function readSchema(url: string): Promise<Schema> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const all = async <Row>(sql: string): Promise<Row[]> => (await client.query(sql)).rows;
  try {
    const tables = await all<Table & { name: string; triggers: (Trigger & { definition: string })[] }>(
      `select c.relname::text as name,
         array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns,
         (select coalesce(jsonb_agg(${COLUMNS.replace('K', 'i.indkey')}), '[]') from pg_index i
           where i.indrelid = c.oid and i.indisunique and i.indexprs is null and i.indpred is null) as "unique",
         (select coalesce(jsonb_agg(jsonb_build_object('column', (${COLUMNS.replace('K', 'f.conkey')})[1], 'table', f.confrelid::regclass::text, 'always',
             not exists (select 1 from pg_attribute n where n.attrelid = c.oid and n.attnum = any(f.conkey) and not n.attnotnull))), '[]')
           from pg_constraint f where f.conrelid = c.oid and f.contype = 'f') as parents,
         (select coalesce(jsonb_agg(jsonb_build_object('calls', p.proname, 'passed', array_remove(array[t.tgoldtable, t.tgnewtable], null),
             'definition', pg_get_triggerdef(t.oid), 'of', ${COLUMNS.replace('K', 't.tgattr')}, 'events',
             array_remove(array[case when t.tgtype & 4 > 0 then 'insert' end, case when t.tgtype & 16 > 0 then 'update' end,
               case when t.tgtype & 8 > 0 then 'delete' end], null)) order by t.tgname), '[]')
           from pg_trigger t join pg_proc p on p.oid = t.tgfoid where t.tgrelid = c.oid and not t.tgisinternal) as triggers
       from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace`,
    );
    const functions = await all<{ name: string; body: string }>(
      `select proname::text as name, prosrc as body from pg_proc where pronamespace = 'public'::regnamespace`,
    );
    const named = await all<{ name: string }>(
      `select relname::text as name from pg_class where relnamespace = 'public'::regnamespace
       union select conname::text from pg_constraint union select tgname::text from pg_trigger`,
    );
    return {
      names: new Set([
        ...named.map(({ name }) => name),
        ...functions.map(({ name }) => name),
        ...tables.flatMap(({ columns }) => columns),
      ]),
      tables: new Map(
        tables.map(({ name, ...table }) => [name, { ...table, triggers: table.triggers.map(lookedAt) }]),
      ),
      functions: new Map(functions.map(({ name, body }) => [name, body])),
    };
  } finally {
    await client.end();
  }
}

/** A condition of a trigger names the columns that it is about. */
function lookedAt({ definition, of, ...trigger }: Trigger & { definition: string }): Trigger {
  const condition = /\bWHEN \((.*)\) EXECUTE/i.exec(definition)?.[1] ?? '';
  const named = [...condition.matchAll(/\bnew\.(\w+)/gi)].map(([, column = '']) => column);
  return { ...trigger, of: of.length > 0 ? of : named };
}
