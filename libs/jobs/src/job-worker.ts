import { Logger, parseCronItems, type Runner, run, runMigrations } from 'graphile-worker';
import pg from 'pg';
import { checkJobs } from './check-jobs.js';
import type { BoundJob, JobContext } from './job-handler.js';
import { cronItem, longestInterval, type Schedule } from './schedule.js';
import { ScheduleHeartbeats } from './schedule-heartbeats.js';
import { thrownError } from './thrown-error.js';
import { WorkerLiveness } from './worker-liveness.js';

export interface JobWorkerOptions {
  readonly databaseUrl: string;
  readonly jobs: readonly BoundJob[];
  readonly schedules?: readonly Schedule[];
  /** Every job that somebody may enqueue; none of them may be without a handler. */
  readonly mustHandle: readonly string[];
  readonly concurrency?: number;
  /** How long the jobs in hand may take once it is told to stop, in milliseconds. */
  readonly grace?: number;
  readonly log: (level: 'error' | 'warning' | 'info' | 'debug', message: string) => void;
}

/** A statement of a job gives up after thirty seconds; whoever waits for the process seldom waits longer. */
const GRACE = 20_000;

/** Creates or updates graphile-worker's own schema. */
export async function migrateJobs(databaseUrl: string): Promise<void> {
  await runMigrations({ connectionString: databaseUrl, logger: quiet });
}

const quiet = new Logger(() => () => undefined);

export interface JobWorker {
  /** Takes no new jobs and finishes those in hand. @returns false when they took too long and were handed back: whoever called must end the process, which still runs them */
  readonly stop: () => Promise<boolean>;
  /** Settles once everything is over and the connections are closed. */
  readonly stopped: Promise<void>;
}

/**
 * Runs jobs until stopped. Any number may run against one database, on any number of machines.
 * @throws DomainError as {@link checkJobs} says.
 */
export async function startJobWorker(options: JobWorkerOptions): Promise<JobWorker> {
  const { jobs, schedules = [] } = options;
  await checkJobs(jobs, schedules, options.mustHandle);
  const pool = new pg.Pool({ connectionString: options.databaseUrl, max: (options.concurrency ?? 2) + 3 });
  const lost = (error: Error): void => options.log('warning', `database connection lost: ${error.message}`);
  pool.on('error', lost);
  // A client in use reports its own loss; without a listener that would end the process.
  pool.on('connect', (client) => client.on('error', lost));
  const heartbeats = new ScheduleHeartbeats(
    async (sql, values) => (await pool.query<object>(sql, values)).rows,
  );
  if (schedules.length > 0)
    await heartbeats.watch(
      schedules.map(({ job, pattern }) => ({ name: job.name, intervalSeconds: longestInterval(pattern) })),
    );
  const scheduled = new Set(schedules.map(({ job }) => job.name));
  const liveness = await WorkerLiveness.start(options.databaseUrl, options.log);
  const runner: Runner = await run({
    pgPool: pool,
    concurrency: options.concurrency ?? 2,
    pollInterval: 1_000,
    noHandleSignals: true,
    logger: new Logger(() => (level, message) => options.log(level, message)),
    parsedCronItems: parseCronItems(schedules.map(cronItem)),
    taskList: Object.fromEntries(
      jobs.map((job) => [
        job.definition.name,
        async (payload, helpers) => {
          const run = runOf(job, scheduled.has(job.definition.name) ? heartbeats : undefined, options.log);
          await run(payload, {
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
  return {
    stop: async () => {
      const finished = await isOverWithin(options.grace ?? GRACE, runner.stop());
      if (!finished) await liveness.handBack();
      return finished;
    },
    stopped,
  };
}

async function isOverWithin(milliseconds: number, work: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((over) => {
    timer = setTimeout(over, milliseconds, false);
  });
  try {
    return await Promise.race([work.then(() => true), late]);
  } finally {
    clearTimeout(timer);
  }
}

/** A job that says in words why it failed, and whose heartbeat is written if it is on a schedule. */
export function runOf(
  { definition: { name }, run }: BoundJob,
  heartbeats: ScheduleHeartbeats | undefined,
  log: JobWorkerOptions['log'],
): (payload: unknown, context: JobContext) => Promise<void> {
  return async (payload, context) => {
    try {
      await heartbeats?.started(name);
      await run(payload, context);
      await heartbeats?.succeeded(name);
    } catch (thrown) {
      const error = thrownError(thrown);
      // The database may be what failed; the job's own error must not be lost with it.
      await heartbeats
        ?.failed(name, error.message, context.lastAttempt)
        .catch((lost: unknown) => log('warning', `the failure of ${name} was not noted: ${String(lost)}`));
      throw error;
    }
  };
}
