import { DomainError } from '@app/kernel';
import type { BoundJob } from './job-handler.js';
import { checkedPayload } from './job-payload.js';
import type { Schedule } from './schedule.js';

/**
 * Refuses a start in which a job would wait for ever or a schedule could never run.
 * @param mustHandle the names of the jobs that somebody may enqueue.
 * @throws DomainError `job_handler_duplicate` when two handlers claim one job, `job_handler_missing` when nobody handles one that may
 *   be enqueued or is scheduled, `job_payload_invalid` when a schedule's job would refuse the payload of its own tick.
 */
export async function checkJobs(
  jobs: readonly BoundJob[],
  schedules: readonly Schedule[],
  mustHandle: readonly string[],
): Promise<void> {
  const bound = jobs.map(({ definition }) => definition.name);
  const twice = bound.find((name, index) => bound.indexOf(name) !== index);
  if (twice !== undefined)
    throw new DomainError('job_handler_duplicate', `Two handlers are bound to the job ${twice}.`);
  const needed = [...mustHandle, ...schedules.map(({ job }) => job.name)];
  const missing = needed.find((name) => !bound.includes(name));
  if (missing !== undefined)
    throw new DomainError('job_handler_missing', `No handler is bound to the job ${missing}.`);
  for (const { job } of schedules)
    await checkedPayload(job, { _cron: { ts: new Date().toISOString(), backfilled: false } });
}
