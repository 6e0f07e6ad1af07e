import type { EntityManager } from 'typeorm';

/** Which of these keys name a job that is still there: due, due later, running, or stopped after its last attempt. */
export async function waitingKeys(
  manager: EntityManager,
  keys: readonly string[],
): Promise<ReadonlySet<string>> {
  const jobs = await manager.query<{ key: string }[]>(
    'select key from graphile_worker._private_jobs where key = any($1)',
    [keys],
  );
  return new Set(jobs.map(({ key }) => key));
}
