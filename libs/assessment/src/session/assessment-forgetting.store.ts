import type { EntityManager } from 'typeorm';

/** A saved assessment whose end is near or over. */
export interface EndingAssessment {
  readonly id: string;
  /** Whom to warn; null when there is nobody, or nothing finished to warn of. */
  readonly warn: string | null;
  readonly expiresAt: Date;
}

/** Assessments that hold something and end at or before a moment, locked; those that somebody is at work on are left out. */
export async function endingAssessments(
  manager: EntityManager,
  by: Date,
  after: string | null,
  limit: number,
): Promise<EndingAssessment[]> {
  return await manager.query<EndingAssessment[]>(
    // The condition stands as the index over it does; apart, since the planner would rather walk through every assessment by id.
    `with due as materialized (
       select id from assessments
       where (case when erased_at is null and not kept_for_order then expires_at end) <= $1 and ($2::uuid is null or id > $2))
     select a.id, case when a.completed_at is not null then a.email end as warn, a.expires_at as "expiresAt"
     from due join assessments a on a.id = due.id
     where (case when a.erased_at is null and not a.kept_for_order then a.expires_at end) <= $1
     order by a.id limit $3 for update of a skip locked`,
    [by, after, limit],
  );
}

export async function setEnd(manager: EntityManager, id: string, expiresAt: Date): Promise<void> {
  await manager.query('update assessments set expires_at = $2 where id = $1', [id, expiresAt]);
}

/** Marks those that an order rests on, or no longer does. */
export async function markKept(manager: EntityManager, ids: readonly string[], kept: boolean): Promise<void> {
  await manager.query(
    'update assessments set kept_for_order = $2 where id = any($1) and kept_for_order <> $2',
    [ids, kept],
  );
}

export async function removeAssessments(manager: EntityManager, ids: readonly string[]): Promise<void> {
  await manager.query('delete from assessments where id = any($1)', [ids]);
}

/** Removes those of these that are erased already: an empty row stayed only because an order pointed at it. */
export async function removeEmptied(manager: EntityManager, ids: readonly string[]): Promise<void> {
  await manager.query('delete from assessments where id = any($1) and erased_at is not null', [ids]);
}
