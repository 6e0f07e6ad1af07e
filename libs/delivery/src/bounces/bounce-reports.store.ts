import type { EntityManager } from 'typeorm';
import { plusDays } from '@app/kernel';

/** Providers repeat a report for some days at most; the ids of older ones are let go. */
const KEPT_DAYS = 30;

/** @returns false when a report with this id has been taken before; nothing is changed then. */
export async function addReport(manager: EntityManager, id: string, at: Date): Promise<boolean> {
  await manager.query('delete from bounce_reports where received_at < $1', [plusDays(at, -KEPT_DAYS)]);
  const [row] = await manager.query<{ id: string }[]>(
    'insert into bounce_reports (id, received_at) values ($1, $2) on conflict do nothing returning id',
    [id, at],
  );
  return row !== undefined;
}
