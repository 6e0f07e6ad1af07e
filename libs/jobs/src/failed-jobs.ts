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

/** Gives failed jobs one more set of attempts, from now. */
export async function retryJob(manager: EntityManager, id: string): Promise<void> {
  await manager.query(
    `select graphile_worker.reschedule_jobs(array[$1::bigint], run_at := now(), attempts := 0)`,
    [id],
  );
}
