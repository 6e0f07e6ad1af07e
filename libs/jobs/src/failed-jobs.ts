import type { EntityManager } from 'typeorm';

/** A job that has used up its attempts, for the staff page on which it can be retried. */
export interface FailedJob {
  readonly id: string;
  readonly name: string;
  readonly payload: unknown;
  readonly attempts: number;
  readonly lastError: string | null;
  readonly failedAt: Date;
}

/** Newest first, at most `limit`. */
export async function failedJobs(manager: EntityManager, limit = 100): Promise<FailedJob[]> {
  return await manager.query<FailedJob[]>(
    `select j.id::text, t.identifier as name, j.payload, j.attempts, j.last_error as "lastError", j.updated_at as "failedAt"
     from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
     where j.attempts >= j.max_attempts and j.locked_at is null
     order by j.updated_at desc limit $1`,
    [limit],
  );
}

/**
 * Gives those of these jobs that have failed for good, and still are, one more set of attempts from now. Whoever comes second finds them
 * waiting or running, and changes nothing. @returns the ids of those that will be tried again.
 */
export async function retryJobs(manager: EntityManager, ids: readonly string[]): Promise<string[]> {
  const rows = await manager.query<{ id: string }[]>(
    `with failed as (
       select id from graphile_worker._private_jobs
       where id = any($1::bigint[]) and attempts >= max_attempts and locked_at is null order by id for update)
     select retried.id::text from graphile_worker.reschedule_jobs(array(select id from failed), run_at := now(), attempts := 0) as retried`,
    [ids],
  );
  return rows.map(({ id }) => id);
}
