import pg from 'pg';
import type { DataSource } from 'typeorm';

/**
 * Runs a statement as a superuser whom no trigger stops: for what the applications' role cannot do, such as emptying a table, letting days go
 * by, or changing bytes to see that it shows.
 */
export async function tamper(
  source: DataSource,
  sql: string,
  parameters: readonly unknown[] = [],
): Promise<void> {
  const url = new URL(process.env['TEST_DATABASE_URL'] ?? '');
  url.pathname = `/${databaseOf(source)}`;
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  try {
    await client.query('set session_replication_role = replica');
    await client.query(sql, [...parameters]);
  } finally {
    await client.end();
  }
}

function databaseOf({ options }: DataSource): string {
  const { url } = options as { url?: string };
  if (url === undefined) throw new Error('the source of a test says which database it is by a URL');
  return new URL(url).pathname.slice(1);
}
