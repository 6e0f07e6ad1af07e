import type { EntityManager } from 'typeorm';
import type { JobDefinition } from './job-definition.js';

export interface EnqueueOptions {
  /** Not before this moment. */
  readonly runAt?: Date;
  /** While a job with this key waits, a second one replaces it instead of running twice. */
  readonly key?: string;
}

/**
 * A call of a function that adds a job and returns its row. It may stand in a `select` beside a CTE whose rows say whether and how often it runs:
 * a statement that stands alone is its own transaction, in one round trip. Its parameters are {@link jobParameters}.
 * @param first the number of its first parameter.
 * @param newKey whether the statement has just made what the key is called after, so that there is nothing to replace; not to look for it
 * makes adding several times faster. Were there a job of this key all the same, it would stay and none be added.
 */
export function addJobSql(first = 1, { newKey = false } = {}): string {
  const [name, json, at, attempts, key] = Array.from({ length: 5 }, (_, index) => `$${first + index}`);
  const mode = newKey ? `, job_key_mode := 'unsafe_dedupe'` : '';
  return `graphile_worker.add_job(${name}, payload := ${json}::json, run_at := ${at}::timestamptz, max_attempts := ${attempts}, job_key := ${key}${mode})`;
}

/** The five parameters of {@link addJobSql}. */
export const jobParameters = <Payload extends object>(
  job: JobDefinition<Payload>,
  payload: Payload,
  { runAt, key }: EnqueueOptions = {},
): unknown[] => [job.name, JSON.stringify(payload), runAt ?? null, job.maxAttempts, key ?? null];

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
  await manager.query(`select ${addJobSql()}`, jobParameters(job, payload, options));
}
