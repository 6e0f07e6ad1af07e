import type { EntityManager } from 'typeorm';
import { QueueView } from './queue-view.entity.js';

/** The views of one person, by name. */
export async function viewsOf(manager: EntityManager, staffId: string): Promise<QueueView[]> {
  return await manager.find(QueueView, { where: { staffId }, order: { name: 'ASC' } });
}

/** Keeps a view under a name, in place of the one that had it. */
export async function keepView(manager: EntityManager, view: QueueView): Promise<void> {
  await manager.query(
    `insert into queue_views (id, staff_id, name, filters, is_start, created_at) values ($1, $2, $3, $4, false, $5)
     on conflict (staff_id, lower(name)) do update set name = excluded.name, filters = excluded.filters`,
    [view.id, view.staffId, view.name, view.filters, view.createdAt],
  );
}

/** @returns false when another view of this person has the name. */
export async function renameView(
  manager: EntityManager,
  { id, staffId, name }: Pick<QueueView, 'id' | 'staffId' | 'name'>,
): Promise<boolean> {
  const taken = await manager.query<unknown[]>(
    'select 1 from queue_views where staff_id = $1 and lower(name) = lower($2) and id <> $3',
    [staffId, name, id],
  );
  if (taken.length > 0) return false;
  await manager.update(QueueView, { id, staffId }, { name });
  return true;
}

export async function removeView(manager: EntityManager, id: string, staffId: string): Promise<void> {
  await manager.delete(QueueView, { id, staffId });
}

/** Makes one view the first of its owner's, or none. */
export async function startWith(manager: EntityManager, staffId: string, id: string | null): Promise<void> {
  await manager.update(QueueView, { staffId, isStart: true }, { isStart: false });
  if (id !== null) await manager.update(QueueView, { id, staffId }, { isStart: true });
}
