import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { databaseOptions } from '@app/database';
import { asApplications, templateDatabase } from './test-server.js';

export interface TestDatabase {
  /** As the role of the applications. */
  readonly url: string;
  /** As the owner of the tables, who runs migrations. */
  readonly ownerUrl: string;
  readonly source: DataSource;
  /** Closes the connection and drops the database. */
  readonly drop: () => Promise<void>;
}

/** A real, migrated PostgreSQL database of its own, cloned from a template in a few milliseconds. Call it in `beforeAll`. */
export async function createTestDatabase(
  entities: DataSourceOptions['entities'] = [],
): Promise<TestDatabase> {
  const { adminUrl, template } = await templateDatabase();
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await onServer(adminUrl, `create database ${name} template ${template} strategy file_copy`);
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  const source = await new DataSource({
    ...databaseOptions(asApplications(url.href), 5),
    ...(entities ? { entities } : {}),
  }).initialize();
  return {
    url: asApplications(url.href),
    ownerUrl: url.href,
    source,
    drop: async () => {
      await source.destroy();
      await onServer(adminUrl, `drop database if exists ${name} with (force)`);
    },
  };
}

async function onServer(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
