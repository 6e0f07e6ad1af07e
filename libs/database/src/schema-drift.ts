import { DataSource, type DataSourceOptions } from 'typeorm';
import { databaseOptions } from './database.module.js';

/** What the database forbids beyond the entities (checks, foreign keys, partial indexes) lives in the migrations alone. */
const STRICTER_THAN_ENTITIES = /^(DROP INDEX|ALTER TABLE "\w+" DROP CONSTRAINT) /;

/** The SQL that the entities would still need: missing tables and columns, other types or defaults. Empty when they agree. */
export async function schemaDrift(url: string, entities: DataSourceOptions['entities']): Promise<string[]> {
  const source = await new DataSource({
    ...databaseOptions(url, 1),
    ...(entities ? { entities } : {}),
  }).initialize();
  try {
    const { upQueries } = await source.driver.createSchemaBuilder().log();
    return upQueries.map(({ query }) => query).filter((query) => !STRICTER_THAN_ENTITIES.test(query));
  } finally {
    await source.destroy();
  }
}
