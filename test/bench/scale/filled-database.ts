import pg from 'pg';
import { DataSource } from 'typeorm';
import { databaseOptions } from '@app/database';
import type { TestDatabase } from '@app/testing';
import { asApplications, templateDatabase } from '../../../libs/testing/src/test-server.js';

/** The migrated database of so many orders on the server that `TEST_DATABASE_URL` names; made when it is not there, and kept. */
export async function scaleDatabase(orders: number): Promise<TestDatabase> {
  const { adminUrl, template } = await templateDatabase();
  const name = `orders_${orders}`;
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    const { rowCount } = await admin.query('select 1 from pg_database where datname = $1', [name]);
    if (rowCount === 0) await admin.query(`create database ${name} template ${template} strategy file_copy`);
  } finally {
    await admin.end();
  }
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  const source = await new DataSource({
    ...databaseOptions(asApplications(url.href), 5),
    entities: [],
  }).initialize();
  return { url: asApplications(url.href), ownerUrl: url.href, source, drop: () => source.destroy() };
}
