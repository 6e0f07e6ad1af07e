import { createWriteStream } from 'node:fs';
import { rename } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import pg from 'pg';
import {
  type Asking,
  askingOf,
  type BytesElsewhere,
  contentOf,
  migrationsOf,
  PLAIN_TEXT,
  storedTables,
  type TableContent,
} from './stored-tables.js';

/** Rows fetched at a time: a blueprint's row is about a megabyte as text. */
const AT_A_TIME = 25;

/** What a line of a backup can be. They stand in this order; the last says that nothing is missing. */
export type BackupLine =
  | { readonly backup: 1; readonly madeAt: string; readonly migrations: readonly string[] }
  | ({ readonly table: string; readonly columns: string } & TableContent)
  | { readonly row: object }
  | { readonly sequence: string; readonly value: string }
  | { readonly elsewhere: string; readonly base64: string }
  | { readonly end: true; readonly tables: number };

/**
 * Writes every row to one file: lines of JSON, packed, as they all were at one moment, while the product goes on. Works over any connection to
 * any PostgreSQL; no tool of a certain version is needed. The file holds what is about people: keep it as the database is kept.
 * @param ownerUrl whoever owns the tables. @param file is there once it is whole, and not before.
 * @param elsewhere what belongs to the rows of that moment and does not lie in the database: the backup takes it along.
 * @returns how many rows of which table.
 */
export async function writeBackup(
  ownerUrl: string,
  file: string,
  elsewhere: (asking: Asking) => AsyncIterable<BytesElsewhere> = nothing,
): Promise<Readonly<Record<string, number>>> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  const written: Record<string, number> = {};
  try {
    await client.query(PLAIN_TEXT);
    await client.query('begin isolation level repeatable read read only');
    const unfinished = `${file}.unfinished`;
    await pipeline(
      Readable.from(lines(client, written, elsewhere(askingOf(client)))),
      createGzip(),
      createWriteStream(unfinished, { mode: 0o600, flush: true }),
    );
    await client.query('commit');
    await rename(unfinished, file);
    return written;
  } finally {
    await client.end();
  }
}

async function* nothing(): AsyncGenerator<BytesElsewhere> {}

async function* lines(
  client: pg.Client,
  written: Record<string, number>,
  elsewhere: AsyncIterable<BytesElsewhere>,
): AsyncGenerator<string> {
  const line = (content: BackupLine): string => `${JSON.stringify(content)}\n`;
  const { rows: now } = await client.query<{ at: Date }>('select now() as at');
  yield line({
    backup: 1,
    madeAt: (now[0]?.at ?? new Date(0)).toISOString(),
    migrations: await migrationsOf(client),
  });
  const tables = await storedTables(client);
  for (const table of tables) {
    const content = await contentOf(client, table);
    written[table.name] = content.rows;
    yield line({ table: table.name, columns: table.columns, ...content });
    await client.query(
      `declare stored cursor for select row_to_json(t)::text as row from (select ${table.columns} from ${table.name}) t`,
    );
    for (;;) {
      const { rows } = await client.query<{ row: string }>(`fetch ${AT_A_TIME} from stored`);
      if (rows.length === 0) break;
      for (const { row } of rows) yield `{"row":${row}}\n`;
    }
    await client.query('close stored');
  }
  const { rows: sequences } = await client.query<{ sequence: string; value: string }>(`
    select format('%I.%I', schemaname, sequencename) as sequence, last_value::text as value from pg_sequences
    where schemaname in ('public', 'graphile_worker') and last_value is not null order by 1`);
  for (const { sequence, value } of sequences) yield line({ sequence, value });
  for await (const { id, bytes } of elsewhere)
    yield line({ elsewhere: id, base64: bytes.toString('base64') });
  yield line({ end: true, tables: tables.length });
}
