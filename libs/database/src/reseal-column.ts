import {
  type DataSource,
  type EntityTarget,
  type FindOptionsOrder,
  type FindOptionsWhere,
  IsNull,
  MoreThan,
  Not,
} from 'typeorm';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity.js';
import { seal, unseal } from '@app/kernel';

const AT_A_TIME = 200;

/**
 * Seals a column anew wherever the first of the secrets does not open it. Safe to repeat and to stop; a row that somebody changes meanwhile is
 * theirs, and was sealed by them.
 * @param purpose what a row's value was sealed for. @param secrets the one that seals, then those that still open.
 * @returns how many rows were sealed anew. @throws DomainError `seal_broken` for a row that none of the secrets opens.
 */
export async function resealColumn<Row extends { id: string }>(
  { manager }: Pick<DataSource, 'manager'>,
  target: EntityTarget<Row>,
  column: keyof Row & string,
  purpose: (row: Row) => string,
  secrets: readonly [string, ...string[]],
): Promise<number> {
  const [newest] = secrets;
  let [count, after] = [0, '00000000-0000-0000-0000-000000000000'];
  for (;;) {
    const rows = await manager.find(target, {
      where: { id: MoreThan(after), [column]: Not(IsNull()) } as FindOptionsWhere<Row>,
      order: { id: 'ASC' } as FindOptionsOrder<Row>,
      take: AT_A_TIME,
    });
    for (const row of rows) {
      const [sealed, what] = [row[column] as string, purpose(row)];
      if (opens(newest, what, sealed)) continue;
      const anew = seal(newest, what, unseal(secrets, what, sealed));
      const { affected } = await manager.update(target, { id: row.id, [column]: sealed }, {
        [column]: anew,
      } as unknown as QueryDeepPartialEntity<Row>);
      count += affected ?? 0;
    }
    const last = rows.at(-1);
    if (!last) return count;
    after = last.id;
  }
}

function opens(secret: string, purpose: string, sealed: string): boolean {
  try {
    unseal(secret, purpose, sealed);
    return true;
  } catch {
    return false;
  }
}
