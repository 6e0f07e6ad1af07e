import type { EntityManager } from 'typeorm';
import type { JobDefinition } from './job-definition.js';

export interface EnqueueOptions {
  /** Not before this moment. */
  readonly runAt?: Date;
  /** While a job with this key waits, a second one replaces it instead of running twice. */
  readonly key?: string;
}

/**
 * Adds a job inside the caller's transaction: it exists exactly when the transaction commits.
 * @param manager the manager of the transaction whose effect the job continues.
 */
export async function enqueue<Payload extends object>(
  manager: EntityManager,
  job: JobDefinition<Payload>,
  payload: Payload,
  { runAt, key }: EnqueueOptions = {},
): Promise<void> {
  await manager.query(
    `select graphile_worker.add_job($1, payload := $2::json, run_at := $3::timestamptz, max_attempts := $4, job_key := $5)`,
    [job.name, JSON.stringify(payload), runAt ?? null, job.maxAttempts, key ?? null],
  );
}
