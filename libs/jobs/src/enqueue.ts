import type { EntityManager } from 'typeorm';
import type { JobDefinition } from './job-definition.js';

export interface EnqueueOptions {
  /** Not before this moment. */
  readonly runAt?: Date;
  /** While a job with this key waits, a second one replaces it instead of running twice. */
  readonly key?: string;
}

/** SQL that adds a job, and its parameters. */
export interface JobCall {
  /** A call of a function, for a `select`; it may stand beside a CTE whose rows say whether and how often it runs. */
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/**
 * What adds a job as part of a statement that does more: one that stands alone is its own transaction, in one round trip.
 * @param first the number of its first parameter; it takes five.
 */
export function jobCall<Payload extends object>(
  job: JobDefinition<Payload>,
  payload: Payload,
  { runAt, key }: EnqueueOptions = {},
  first = 1,
): JobCall {
  const [name, json, at, attempts, unique] = Array.from({ length: 5 }, (_, index) => `$${first + index}`);
  return {
    sql: `graphile_worker.add_job(${name}, payload := ${json}::json, run_at := ${at}::timestamptz, max_attempts := ${attempts}, job_key := ${unique})`,
    parameters: [job.name, JSON.stringify(payload), runAt ?? null, job.maxAttempts, key ?? null],
  };
}

/**
 * Adds a job inside the caller's transaction: it exists exactly when the transaction commits.
 * @param manager the manager of the transaction whose effect the job continues.
 */
export async function enqueue<Payload extends object>(
  manager: EntityManager,
  job: JobDefinition<Payload>,
  payload: Payload,
  options: EnqueueOptions = {},
): Promise<void> {
  const { sql, parameters } = jobCall(job, payload, options);
  await manager.query(`select ${sql}`, [...parameters]);
}
