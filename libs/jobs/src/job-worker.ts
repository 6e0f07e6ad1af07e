import { type CronItem, Logger, parseCronItems, type Runner, run, runMigrations } from 'graphile-worker';
import pg from 'pg';
import { DomainError } from '@app/kernel';
import type { JobDefinition } from './job-definition.js';
import type { BoundJob } from './job-handler.js';
import { checkedPayload } from './job-payload.js';
import type { ScheduledTick } from './scheduled-tick.js';
import { WorkerLiveness } from './worker-liveness.js';

/** Work that repeats: a job on a cron pattern, in UTC. */
export interface Schedule {
  readonly pattern: string;
  readonly job: JobDefinition<ScheduledTick>;
}

export interface JobWorkerOptions {
  readonly databaseUrl: string;
  readonly jobs: readonly BoundJob[];
  readonly schedules?: readonly Schedule[];
  readonly concurrency?: number;
  readonly log: (level: 'error' | 'warning' | 'info' | 'debug', message: string) => void;
}

/** Creates or updates graphile-worker's own schema. */
export async function migrateJobs(databaseUrl: string): Promise<void> {
  await runMigrations({ connectionString: databaseUrl, logger: quiet });
}

const quiet = new Logger(() => () => undefined);

/**
 * Runs jobs until stopped. Any number may run against one database, on any number of machines.
 * @throws DomainError `job_handler_duplicate` when two handlers claim one job, `job_handler_missing` when nobody handles a schedule,
 *   `job_payload_invalid` when a schedule's job would refuse the payload of its own tick.
 */
export async function startJobWorker(
  options: JobWorkerOptions,
): Promise<{ stop: () => Promise<void>; stopped: Promise<void> }> {
  const names = options.jobs.map(({ definition }) => definition.name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined)
    throw new DomainError('job_handler_duplicate', `Two handlers are bound to the job ${twice}.`);
  for (const { job } of options.schedules ?? []) {
    if (!names.includes(job.name))
      throw new DomainError('job_handler_missing', `No handler is bound to the scheduled job ${job.name}.`);
    await checkedPayload(job, { _cron: { ts: new Date().toISOString(), backfilled: false } });
  }

  const pool = new pg.Pool({ connectionString: options.databaseUrl, max: (options.concurrency ?? 2) + 3 });
  const lost = (error: Error): void => options.log('warning', `database connection lost: ${error.message}`);
  pool.on('error', lost);
  // A client in use reports its own loss; without a listener that would end the process.
  pool.on('connect', (client) => client.on('error', lost));
  const liveness = await WorkerLiveness.start(options.databaseUrl, options.log);
  const runner: Runner = await run({
    pgPool: pool,
    concurrency: options.concurrency ?? 2,
    pollInterval: 1_000,
    noHandleSignals: true,
    logger: new Logger(() => (level, message) => options.log(level, message)),
    parsedCronItems: parseCronItems((options.schedules ?? []).map(cronItem)),
    taskList: Object.fromEntries(
      options.jobs.map((job) => [
        job.definition.name,
        async (payload, helpers) => {
          await job.run(payload, {
            attempt: helpers.job.attempts,
            lastAttempt: helpers.job.attempts >= helpers.job.max_attempts,
            signal: helpers.abortSignal ?? new AbortController().signal,
          });
        },
      ]),
    ),
    events: liveness.events,
  });
  const stopped = runner.promise.finally(async () => {
    await liveness.stop();
    await pool.end();
  });
  return { stop: () => runner.stop(), stopped };
}

const cronItem = ({ pattern, job }: Schedule): CronItem => ({
  task: job.name,
  match: pattern,
  identifier: job.name,
  options: { maxAttempts: 3, backfillPeriod: 0 },
});
