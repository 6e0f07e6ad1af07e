/** Gives back every job that a worker holds: after a restore the workers of then are gone. @param query runs one statement. */
export async function releaseJobs(query: (sql: string) => Promise<unknown>): Promise<void> {
  await query(
    'update graphile_worker._private_jobs set locked_at = null, locked_by = null where locked_at is not null',
  );
  await query(
    'update graphile_worker._private_job_queues set locked_at = null, locked_by = null where locked_at is not null',
  );
}
