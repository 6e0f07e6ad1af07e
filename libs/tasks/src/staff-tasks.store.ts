import { type EntityManager, type FindOptionsWhere, IsNull, Not } from 'typeorm';
import { StaffTask } from './staff-task.entity.js';

type OpenedTask = Pick<
  StaffTask,
  'id' | 'kind' | 'subject' | 'orderId' | 'summary' | 'data' | 'openedAt' | 'dueAt'
>;

/** Opens a task, or opens a closed one again with a note of how it was closed. An open one stays as it is. */
export async function openTask(manager: EntityManager, task: OpenedTask): Promise<void> {
  await manager.query(
    `insert into staff_tasks as task (id, kind, subject, order_id, summary, data, opened_at, due_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (kind, subject) do update
     set summary = excluded.summary, opened_at = excluded.opened_at, due_at = excluded.due_at, taken_by = null, taken_at = null, closed_at = null, closed_by = null, resolution = null,
         data = excluded.data || jsonb_build_object('earlier', coalesce(task.data -> 'earlier', '[]') ||
           jsonb_build_object('closedAt', task.closed_at, 'closedBy', task.closed_by, 'resolution', task.resolution))
     where task.closed_at is not null`,
    [task.id, task.kind, task.subject, task.orderId, task.summary, task.data, task.openedAt, task.dueAt],
  );
}

/** Due first. */
export async function openTasks(manager: EntityManager): Promise<StaffTask[]> {
  return await manager.find(StaffTask, {
    where: { closedAt: IsNull() },
    order: { dueAt: 'ASC', openedAt: 'ASC', id: 'ASC' },
  });
}

/** Somebody sees to it. @returns false when it is closed, or another person has it. */
export async function takeTask(
  manager: EntityManager,
  id: string,
  staffId: string,
  at: Date,
): Promise<boolean> {
  const taken = await manager.update(
    StaffTask,
    { id, closedAt: IsNull(), takenBy: IsNull() },
    { takenBy: staffId, takenAt: at },
  );
  return (
    taken.affected === 1 || (await manager.existsBy(StaffTask, { id, closedAt: IsNull(), takenBy: staffId }))
  );
}

/** Nobody sees to it any more. @returns false when it is closed, or nobody had it. */
export async function giveTaskBack(manager: EntityManager, id: string): Promise<boolean> {
  const given = await manager.update(
    StaffTask,
    { id, closedAt: IsNull(), takenBy: Not(IsNull()) },
    { takenBy: null, takenAt: null },
  );
  return given.affected === 1;
}

/** @returns false when no such task is open. */
export async function closeTask(
  manager: EntityManager,
  which: FindOptionsWhere<StaffTask>,
  how: Pick<StaffTask, 'closedAt' | 'closedBy' | 'resolution'>,
): Promise<boolean> {
  const { affected } = await manager.update(StaffTask, { ...which, closedAt: IsNull() }, how);
  return affected === 1;
}

export async function taskAbout(
  manager: EntityManager,
  kind: string,
  subject: string,
): Promise<StaffTask | null> {
  return await manager.findOneBy(StaffTask, { kind, subject });
}

export async function removeTasksOfOrders(
  manager: EntityManager,
  orderIds: readonly string[],
): Promise<void> {
  await manager.query('delete from staff_tasks where order_id = any($1)', [orderIds]);
}

/** @returns the subjects of the tasks of these kinds that were closed at or before a moment and are gone now; at most `limit`. */
export async function removeTasksClosed(
  manager: EntityManager,
  kinds: readonly string[],
  before: Date,
  limit: number,
): Promise<string[]> {
  const [rows] = await manager.query<[{ subject: string }[], number]>(
    // In no order, PostgreSQL reads the table through in hope of the first few.
    `delete from staff_tasks where id in (
       select id from staff_tasks where kind = any($1) and closed_at <= $2 order by closed_at limit $3 for update skip locked)
     returning subject`,
    [kinds, before, limit],
  );
  return rows.map(({ subject }) => subject);
}
