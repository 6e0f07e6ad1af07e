import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity.js';

/**
 * Moves one row from one state to another, or does nothing: `update … where id = … and state = from`.
 * @returns true when this call made the change; false when the row was no longer in `from` (a repeat, or someone was faster).
 */
export async function compareAndSet<Row extends ObjectLiteral & { id: string; state: string }>(
  manager: EntityManager,
  target: EntityTarget<Row>,
  id: string,
  from: Row['state'] | readonly Row['state'][],
  change: QueryDeepPartialEntity<Row>,
): Promise<boolean> {
  const states = typeof from === 'string' ? [from] : [...from];
  const result = await manager
    .createQueryBuilder()
    .update(target)
    .set(change)
    .where('id = :id and state in (:...states)', { id, states })
    .execute();
  return result.affected === 1;
}
