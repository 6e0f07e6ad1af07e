import type { Pool } from 'pg';
import type { EntityManager } from 'typeorm';

/**
 * Sends one statement that is asked for over and over. PostgreSQL reads and plans it once in each connection, and it goes straight to the
 * driver's pool; inside a transaction it is sent as any other. A lost connection fails the statement, and leaves the pool with it.
 * @param name what it is called in a connection; another text needs another name.
 * @throws what the driver throws, not wrapped.
 */
export async function sendPrepared<Row extends object = object>(
  manager: EntityManager,
  name: string,
  text: string,
  values: unknown[],
): Promise<Row[]> {
  if (manager.queryRunner) return await manager.query<Row[]>(text, values);
  const { master } = manager.connection.driver as unknown as { readonly master: Pool };
  const { rows } = await master.query<Row>({ name, text, values });
  return rows;
}
