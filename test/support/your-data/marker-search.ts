import type { TestSite } from './test-site.js';

interface Column {
  readonly table: string;
  readonly column: string;
  readonly type: string;
}

/** Every place in the database that can hold words: texts, documents and bytes, of all tables, the waiting jobs too. */
async function columns(fixture: TestSite): Promise<Column[]> {
  return await fixture.query<Column>(
    `select quote_ident(c.table_schema) || '.' || quote_ident(c.table_name) as table, quote_ident(c.column_name) as column, c.data_type as type
     from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
     where t.table_type = 'BASE TABLE' and c.table_schema in ('public', 'graphile_worker')
       and c.data_type in ('text', 'character varying', 'json', 'jsonb', 'bytea', 'ARRAY', 'inet')
     order by 1, 2`,
  );
}

/** Where each marker stands: `table.column`, sorted. Markers are looked for in any case. */
export async function whereMarkersStand<Kind extends string>(
  fixture: TestSite,
  markers: Readonly<Record<Kind, string>>,
): Promise<Record<Kind, string[]>> {
  const found = Object.fromEntries(Object.keys(markers).map((kind) => [kind, []])) as unknown as Record<
    Kind,
    string[]
  >;
  for (const { table, column, type } of await columns(fixture)) {
    const text = type === 'bytea' ? `encode(${column}, 'escape')` : `${column}::text`;
    const kinds = Object.keys(markers) as Kind[];
    const [row] = await fixture.query<Record<string, boolean>>(
      `select ${kinds.map((_, index) => `bool_or(strpos(lower(${text}), lower($${index + 1})) > 0) as m${index}`).join(', ')} from ${table}`,
      kinds.map((kind) => markers[kind]),
    );
    kinds.forEach((kind, index) => {
      if (row?.[`m${index}`] === true) found[kind].push(`${table.replace('public.', '')}.${column}`);
    });
  }
  return found;
}
