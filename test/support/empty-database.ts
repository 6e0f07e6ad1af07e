import { randomUUID } from 'node:crypto';
import pg from 'pg';

/** Where a database is found: by whoever owns its tables, and by the applications. */
export interface DatabaseUrls {
  readonly ownerUrl: string;
  readonly url: string;
}

const made: string[] = [];

/** A database with nothing in it, as a new machine has; with the roles of another one. */
export async function emptyDatabase(like: DatabaseUrls): Promise<DatabaseUrls> {
  const name = `empty_${randomUUID().replaceAll('-', '')}`;
  made.push(name);
  await onServer(`create database ${name}`);
  const at = (url: string): string => Object.assign(new URL(url), { pathname: `/${name}` }).href;
  return { ownerUrl: at(like.ownerUrl), url: at(like.url) };
}

export async function dropEmptyDatabases(): Promise<void> {
  for (const name of made.splice(0)) await onServer(`drop database if exists ${name} with (force)`);
}

/** The rows of a statement, by a connection of its own. */
export async function asking(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

const onServer = async (sql: string): Promise<void> => {
  await asking(process.env['TEST_DATABASE_URL'] ?? '', sql);
};
