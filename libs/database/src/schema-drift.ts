import { DataSource, type DataSourceOptions } from 'typeorm';
import { databaseOptions } from './database.module.js';

/** The SQL that would be needed to make the database equal to the entities; empty when they agree. */
export async function schemaDrift(url: string, entities: DataSourceOptions['entities']): Promise<string[]> {
  const source = await new DataSource({ ...databaseOptions(url, 1), ...(entities ? { entities } : {}) }).initialize();
  try {
    const { upQueries } = await source.driver.createSchemaBuilder().log();
    return upQueries.map(({ query }) => query);
  } finally {
    await source.destroy();
  }
}
