import { Test, type TestingModule } from '@nestjs/testing';
import { Environment } from '@app/config';
import { type BoundJob, ScheduleWatch } from '@app/jobs';
import { CLOCK, systemClock } from '@app/kernel';
import { parseCronItem } from 'graphile-worker';
import { boundJobs } from '../../apps/worker/src/bound-jobs.js';
import { schedules } from '../../apps/worker/src/schedules.js';
import { WorkerModule } from '../../apps/worker/src/worker.module.js';
import { runOf } from '../../libs/jobs/src/job-worker.js';
import { cronItem, longestInterval } from '../../libs/jobs/src/schedule.js';
import { isTrouble } from '../../libs/jobs/src/schedule-state.js';
import { thrownError } from '../../libs/jobs/src/thrown-error.js';
import { ScheduleHeartbeats } from '../../libs/jobs/src/schedule-heartbeats.js';
import { type Accident, withAccident } from './death.js';
import type { VirtualDatabase } from './virtual-database.js';

const MINUTE = 60_000;
/** More steps than any job has here. */
const MOST_STEPS = 300;

interface WaitingJob {
  readonly id: string;
  readonly name: string;
  readonly payload: unknown;
  readonly attempts: number;
  readonly maxAttempts: number;
}

/** What a run of the worker is told from outside. */
export interface WorkerHooks {
  /** What befalls the worker in this job. */
  readonly accident: (job: string) => Accident | undefined;
  readonly note: (words: string) => void;
  /** How many notes there are. */
  readonly lines: () => number;
  /** Called when a job has ended. @param noted it did something. */
  readonly afterwards: (noted: boolean) => Promise<void>;
}

/**
 * The worker's application with its real jobs, schedules and heartbeats. What graphile-worker does by its own timers (fetch, back-off, cron) is
 * done here in the time of the world, one job after another, so that a seed is the same every time.
 */
export class SimulatedWorker {
  /** Jobs and schedules as a planted fault leaves them. */
  schedules = [...schedules];
  wrap: (job: BoundJob) => BoundJob = (job) => job;
  /** Each job throws at its first step, is tried again and throws at its second, and so on, until it comes through. */
  stumbles = false;
  /** How often it stumbled in which job. */
  readonly stumbled = new Map<string, number>();
  /** Done to every application that starts. */
  alter: (worker: SimulatedWorker) => void = () => undefined;
  private app: TestingModule;
  private jobs: BoundJob[] = [];
  /** A schedule has failed, or is in trouble. */
  private uneasy = false;

  private constructor(
    private readonly database: VirtualDatabase,
    private readonly environment: Environment,
    private readonly hooks: WorkerHooks,
  ) {}

  static async open(
    database: VirtualDatabase,
    environment: Environment,
    hooks: WorkerHooks,
  ): Promise<SimulatedWorker> {
    const worker = new SimulatedWorker(database, environment, hooks);
    await worker.start();
    return worker;
  }

  get<T>(service: new (...parameters: never[]) => T): T {
    return this.app.get<T>(service, { strict: false });
  }

  async start(): Promise<void> {
    this.app = await Test.createTestingModule({ imports: [WorkerModule] })
      .overrideProvider(Environment)
      .useValue(this.environment)
      .overrideProvider(CLOCK)
      .useValue(systemClock)
      .setLogger({ log: () => undefined, warn: () => undefined, error: () => undefined })
      .compile();
    await this.app.init();
    await watchNoSchedules(this.app);
    this.alter(this);
    this.jobs = boundJobs(this.app);
    await this.heartbeats().watch(
      schedules.map(({ job, pattern }) => ({ name: job.name, intervalSeconds: longestInterval(pattern) })),
    );
  }

  async stop(): Promise<void> {
    await this.app.close();
  }

  /** Adds one tick of every schedule whose pattern fell into `(after, until]`, as the worker does for the last tick it missed. */
  async tick(after: number, until: number): Promise<void> {
    const due = this.schedules.filter(({ pattern }) => fellInto(pattern, after, until)).map(cronItem);
    await this.database.source.query(
      `select graphile_worker.add_job(task, payload := $2::json, max_attempts := most, job_key := key, job_key_mode := mode)
       from json_to_recordset($1::json) as due (task text, most int, key text, mode text)`,
      [
        JSON.stringify(
          due.map(({ task, options }) => ({
            task,
            ...{ most: options?.maxAttempts, key: options?.jobKey, mode: options?.jobKeyMode },
          })),
        ),
        { _cron: { ts: new Date(until).toISOString(), backfilled: false } },
      ],
    );
  }

  /**
   * Raises and closes the tasks about schedules, where there may be any: each look asks for every schedule.
   * @param thoroughly even if all was well at the last look.
   */
  async watch(thoroughly: boolean): Promise<void> {
    if (!thoroughly && !this.uneasy) return;
    const watch = this.get(ScheduleWatch);
    await watch.settle();
    this.uneasy = (await watch.look()).some(({ state }) => isTrouble(state));
  }

  /** When the next job is due, milliseconds since 1970. */
  async nextDue(): Promise<number | undefined> {
    const [row] = await this.database.source.query<{ at: Date | null }[]>(
      'select min(run_at) as at from graphile_worker._private_jobs where attempts < max_attempts',
    );
    return row?.at?.getTime();
  }

  /** Runs every job that is due, one after another. @returns how many ran. */
  async work(): Promise<number> {
    for (let ran = 0; ; ran += 1) {
      const job = await this.fetched();
      if (!job) return ran;
      if (ran > 500) throw new Error(`the worker never comes to rest; last: ${job.name}`);
      await this.run(job);
    }
  }

  /** The next job, locked and counted as graphile-worker does. */
  private async fetched(): Promise<WaitingJob | undefined> {
    const [[job]] = await this.database.source.query<[WaitingJob[], number]>(
      `update graphile_worker._private_jobs j set attempts = attempts + 1, locked_at = now(), locked_by = 'simulated'
       from graphile_worker._private_tasks t
       where t.id = j.task_id and j.id = (select id from graphile_worker._private_jobs
         where run_at <= now() and attempts < max_attempts order by priority, run_at, id limit 1)
       returning j.id::text, t.identifier as name, j.payload, j.attempts, j.max_attempts as "maxAttempts"`,
    );
    return job;
  }

  private async run(job: WaitingJob): Promise<void> {
    const lines = this.hooks.lines();
    await this.runOne(job);
    await this.hooks.afterwards(this.hooks.lines() > lines);
  }

  private async runOne(job: WaitingJob): Promise<void> {
    const bound = this.jobs.find(({ definition }) => definition.name === job.name);
    if (!bound) throw new Error(`nobody handles ${job.name}`);
    const scheduled = schedules.some(({ job: { name } }) => name === job.name);
    const run = runOf(this.wrap(bound), scheduled ? this.heartbeats() : undefined, () => undefined);
    const context = {
      attempt: job.attempts,
      lastAttempt: job.attempts >= job.maxAttempts,
      signal: new AbortController().signal,
    };
    const attempt = (accident: Accident | undefined) =>
      withAccident(accident, () => run(job.payload, context));
    let ended = await attempt(this.stumbles ? { after: 0, kind: 'throws' } : this.hooks.accident(job.name));
    for (let after = 1; this.stumbles && ended.stumbled && ended.error !== undefined; after += 1) {
      if (after > MOST_STEPS) throw new Error(`${job.name} never comes through`);
      this.stumbled.set(job.name, (this.stumbled.get(job.name) ?? 0) + 1);
      ended = await attempt({ after, kind: 'throws' });
    }
    const { died, error, cut } = ended;
    // The server hears of it in its own time, and until then holds what was locked.
    await this.database.ended(cut);
    if (died) {
      this.hooks.note(`killed in ${job.name}`);
      await this.stop();
      await this.start();
      // As the sweep of another worker does for one that died.
      await this.database.source.query(
        'update graphile_worker._private_jobs set locked_at = null, locked_by = null where id = $1',
        [job.id],
      );
    } else if (error !== undefined) {
      this.uneasy ||= scheduled;
      const { message } = thrownError(error);
      this.hooks.note(
        `failed ${job.name} (${job.attempts}/${job.maxAttempts}): ${message.split('\n')[0]?.slice(0, 160)}`,
      );
      await this.database.source.query(
        `update graphile_worker._private_jobs set last_error = $2, locked_at = null, locked_by = null,
           run_at = greatest(now(), run_at) + (exp(least(attempts, 10)) * interval '1 second') where id = $1`,
        [job.id, message],
      );
    } else {
      // A tick that finds nothing to do is not worth a line.
      if (!scheduled) this.hooks.note(`did ${job.name}`);
      await this.database.source.query('delete from graphile_worker._private_jobs where id = $1', [job.id]);
    }
  }

  private heartbeats(): ScheduleHeartbeats {
    return new ScheduleHeartbeats((sql, values) => this.database.source.query(sql, values));
  }
}

/** An app would look at the schedules every 30 seconds of real time: on a busy machine within a month, on a quiet one never. Here the worker looks, with each tick. */
export async function watchNoSchedules(app: Pick<TestingModule, 'get'>): Promise<void> {
  const watch = app.get(ScheduleWatch, { strict: false });
  await watch.onModuleDestroy();
  // By its own account it has been there for long; how long this process has must not matter.
  Object.assign(watch, { upSeconds: () => Infinity });
}

function fellInto(pattern: string, after: number, until: number): boolean {
  const { match } = parseCronItem({ task: 'any', match: pattern });
  for (let at = Math.floor(until / MINUTE) * MINUTE; at > after; at -= MINUTE) {
    const time = new Date(at);
    const fields = { min: time.getUTCMinutes(), hour: time.getUTCHours(), date: time.getUTCDate() };
    if (match({ ...fields, month: time.getUTCMonth() + 1, dow: time.getUTCDay() })) return true;
  }
  return false;
}
