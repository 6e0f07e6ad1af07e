import { type BoundJob, type JobContext } from '@app/jobs';
import type { Clock } from '@app/kernel';
import type { DataSource } from 'typeorm';

/**
 * Runs every job that is due, one after another, until none is left, and returns their names in order. Jobs due later stay.
 * A job that throws is rethrown, so that a test sees it. Jobs without a handler in `jobs` are left where they are.
 * @param clock The clock the jobs were made by: one that a test set ahead makes a job due that the database's clock does not.
 */
export async function runJobs(
  source: DataSource,
  jobs: readonly BoundJob[],
  clock?: Clock,
): Promise<string[]> {
  const ran: string[] = [];
  const context: JobContext = { attempt: 1, lastAttempt: false, signal: new AbortController().signal };
  for (;;) {
    const [next] = await source.query<{ id: string; name: string; payload: unknown }[]>(
      `select j.id::text, t.identifier as name, j.payload
       from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
       where j.run_at <= greatest(now(), $2::timestamptz) and t.identifier = any($1) order by j.run_at, j.id limit 1`,
      [jobs.map(({ definition }) => definition.name), clock?.now() ?? null],
    );
    if (!next) return ran;
    const job = jobs.find(({ definition }) => definition.name === next.name);
    await job?.run(next.payload, context);
    await source.query(`select graphile_worker.complete_jobs(array[$1::bigint])`, [next.id]);
    ran.push(next.name);
  }
}
