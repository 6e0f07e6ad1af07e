import type { DataSource } from 'typeorm';

/** Empties tables and all that hang on them, evidence too: a test stands aside from the triggers by which PostgreSQL protects it. */
export async function emptyTables(source: DataSource, ...tables: readonly string[]): Promise<void> {
  await source.transaction(async (manager) => {
    await manager.query('set local session_replication_role = replica');
    await manager.query(`truncate ${tables.join(', ')} cascade`);
  });
}
