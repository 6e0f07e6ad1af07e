import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import pg from 'pg';
import {
  type Asking,
  askingOf,
  type BytesElsewhere,
  contentOf,
  migrationsOf,
  PLAIN_TEXT,
  type StoredTable,
  storedTables,
  type TableContent,
} from './stored-tables.js';
import type { BackupLine } from './write-backup.js';

const AT_A_TIME = 25;

/**
 * Puts a backup into a database that has the same migrations and no rows, all or nothing. Rows come in past the triggers, as they were; then each
 * table is counted and hashed and must hold what the backup says it held.
 * @param ownerUrl whoever owns the tables; it need not be a superuser.
 * @param putBack puts into its row what lay elsewhere, once everything else is in and the triggers look again.
 * @returns how many rows of which table, and the moment they are of.
 * @throws Error in words: a file that is cut or changed, another release, a database that is not empty.
 */
export async function restoreBackup(
  ownerUrl: string,
  file: string,
  putBack: (asking: Asking, elsewhere: BytesElsewhere) => Promise<void> = refuse,
): Promise<{ tables: Readonly<Record<string, number>>; madeAt: Date }> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(PLAIN_TEXT);
    await client.query('begin');
    await client.query('set constraints all deferred');
    const tables = await storedTables(client);
    await mustBeEmpty(client, tables);
    const standAside = await asideFor(client, tables);
    await client.query(standAside.before);
    const { told, madeAt } = await load(client, file, tables);
    for (const table of tables) await mustHold(client, table, told.get(table.name));
    // Before the tables change again: nothing may be left to be checked by then.
    await client.query('set constraints all immediate');
    await client.query(standAside.after);
    for await (const bytes of elsewhereIn(file)) await putBack(askingOf(client), bytes);
    await client.query('commit');
    return { tables: Object.fromEntries([...told].map(([name, { rows }]) => [name, rows])), madeAt };
  } finally {
    await client.end();
  }
}

const ELSEWHERE = '{"elsewhere":';

/** A second time through the file: so much is not held in memory. */
async function* elsewhereIn(file: string): AsyncGenerator<BytesElsewhere> {
  for await (const text of linesOf(file)) {
    if (!text.startsWith(ELSEWHERE)) continue;
    const { elsewhere, base64 } = JSON.parse(text) as { elsewhere: string; base64: string };
    yield { id: elsewhere, bytes: Buffer.from(base64, 'base64') };
  }
}

const refuse = (): Promise<never> =>
  Promise.reject(new Error('The backup holds more than rows: restore it with the command line.'));

async function mustBeEmpty(client: pg.Client, tables: readonly StoredTable[]): Promise<void> {
  for (const { name } of tables) {
    const { rowCount } = await client.query(`select 1 from ${name} limit 1`);
    if (rowCount)
      throw new Error(`${name} is not empty: restore into a new database, migrated and never used.`);
  }
}

/**
 * Triggers would refuse what they once let happen step by step; and a check that was made for new rows alone may not be asked of old ones.
 * Foreign keys and all other checks stay on.
 */
async function asideFor(
  client: pg.Client,
  tables: readonly StoredTable[],
): Promise<{ before: string; after: string }> {
  const { rows } = await client.query<{ table: string; name: string; definition: string }>(`
    select conrelid::regclass::text as table, quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
    from pg_constraint where contype = 'c' and not convalidated`);
  const each = (sql: (name: string) => string): string => tables.map(({ name }) => sql(name)).join('');
  return {
    before:
      each((name) => `alter table ${name} disable trigger user;`) +
      rows.map(({ table, name }) => `alter table ${table} drop constraint ${name};`).join(''),
    after:
      rows
        .map(({ table, name, definition }) => `alter table ${table} add constraint ${name} ${definition};`)
        .join('') + each((name) => `alter table ${name} enable trigger user;`),
  };
}

async function load(
  client: pg.Client,
  file: string,
  tables: readonly StoredTable[],
): Promise<{ told: Map<string, TableContent>; madeAt: Date }> {
  const told = new Map<string, TableContent>();
  let into: StoredTable | undefined;
  let rows: string[] = [];
  let madeAt = new Date(0);
  let whole = false;
  const flush = async (): Promise<void> => {
    if (into && rows.length > 0)
      await client.query(
        `insert into ${into.name} (${into.columns}) overriding system value
         select ${into.columns} from json_populate_recordset(null::${into.name}, $1::json)`,
        [`[${rows.join(',')}]`],
      );
    rows = [];
  };
  for await (const text of linesOf(file)) {
    if (text.startsWith('{"row":')) {
      rows.push(text.slice('{"row":'.length, -1));
      if (rows.length >= AT_A_TIME) await flush();
      continue;
    }
    await flush();
    if (text.startsWith(ELSEWHERE)) continue;
    const line = JSON.parse(text) as BackupLine;
    if ('backup' in line) {
      madeAt = new Date(line.madeAt);
      await mustBeSameRelease(client, line.migrations);
    } else if ('table' in line) {
      into = tables.find(({ name }) => name === line.table);
      if (into?.columns !== line.columns)
        throw new Error(`The backup’s ${line.table} is not the one of this release.`);
      told.set(line.table, line);
    } else if ('sequence' in line) await client.query('select setval($1, $2)', [line.sequence, line.value]);
    else if ('end' in line) whole = line.tables === told.size;
  }
  if (!whole) throw new Error('The backup is cut short: nothing was restored.');
  return { told, madeAt };
}

async function* linesOf(file: string): AsyncGenerator<string> {
  const packed = createReadStream(file);
  const plain = packed.pipe(createGunzip());
  packed.once('error', (error) => plain.destroy(error));
  try {
    yield* createInterface({ input: plain, crlfDelay: Infinity });
  } catch (error) {
    throw new Error(`The backup cannot be read: ${error instanceof Error ? error.message : String(error)}.`);
  }
}

async function mustBeSameRelease(client: pg.Client, theirs: readonly string[]): Promise<void> {
  const ours = await migrationsOf(client);
  const missing = theirs.filter((name) => !ours.includes(name));
  const more = ours.filter((name) => !theirs.includes(name));
  if (missing.length + more.length > 0)
    throw new Error(
      `The backup is of another release (${[...missing, ...more].join(', ')}): restore with the program of that release, then migrate.`,
    );
}

async function mustHold(
  client: pg.Client,
  table: StoredTable,
  told: TableContent | undefined,
): Promise<void> {
  const { rows, sha256 } = await contentOf(client, table);
  if (rows !== (told?.rows ?? 0) || (told && sha256 !== told.sha256))
    throw new Error(
      `${table.name} does not hold what the backup says (${rows} of ${told?.rows ?? 0} rows): nothing was restored.`,
    );
}
