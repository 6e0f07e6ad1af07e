import { EventEmitter } from 'node:events';
import type { WorkerEvents } from 'graphile-worker';
import pg from 'pg';
import { ADVISORY_LOCKS } from '@app/database';

/** How often dead workers are looked for, and how old a lock must be before its owner is doubted; milliseconds. */
const SWEEP_EVERY = 5_000;
const DOUBT_AFTER_SECONDS = 10;

type Log = (level: 'error' | 'warning' | 'info' | 'debug', message: string) => void;

/**
 * Hands back the jobs of a worker that died without a word (kill -9, power cut). graphile-worker alone would keep them locked for four hours.
 *
 * Each worker holds a PostgreSQL advisory lock named after it, on one connection; the server drops the lock with the connection. A
 * lock that can be taken therefore belongs to nobody alive, and the jobs locked under that name are released.
 */
export class WorkerLiveness {
  readonly events = new EventEmitter() as WorkerEvents;
  private readonly names = new Set<string>();
  private client: pg.Client | undefined;
  private timer: NodeJS.Timeout | undefined;
  private sweeping: Promise<void> = Promise.resolve();

  private constructor(
    private readonly databaseUrl: string,
    private readonly log: Log,
  ) {
    // graphile-worker locks jobs under the name of the pool, not of the worker in it.
    this.events.on('pool:create', ({ workerPool }) => {
      this.names.add(workerPool.id);
      this.hold(workerPool.id).catch((error: unknown) =>
        this.log('warning', `worker lock not taken: ${String(error)}`),
      );
    });
  }

  static async start(databaseUrl: string, log: Log): Promise<WorkerLiveness> {
    const liveness = new WorkerLiveness(databaseUrl, log);
    await liveness.connect();
    const sweep = (): Promise<void> =>
      liveness
        .sweep()
        .catch((error: unknown) => log('warning', `sweep for dead workers failed: ${String(error)}`));
    // A worker often starts because another has died.
    await sweep();
    liveness.timer = setInterval(() => {
      liveness.sweeping = sweep();
    }, SWEEP_EVERY);
    return liveness;
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.sweeping;
    await this.client?.end();
    this.client = undefined;
  }

  /** Gives back at once whatever this process still holds, for another to begin anew; a stop is no fault of the job's, so it costs none of its tries. */
  async handBack(): Promise<void> {
    const client = await this.connect();
    const names = [...this.names];
    await client.query(
      'update graphile_worker._private_jobs set attempts = attempts - 1 where locked_by = any($1)',
      [names],
    );
    await client.query('select graphile_worker.force_unlock_workers($1)', [names]);
    this.log('warning', 'what was not finished in time was handed back');
  }

  private async connect(): Promise<pg.Client> {
    if (this.client) return this.client;
    const client = new pg.Client({ connectionString: this.databaseUrl });
    client.on('error', (error) => {
      this.log('warning', `liveness connection lost: ${error.message}`);
      this.client = undefined;
    });
    await client.connect();
    this.client = client;
    for (const name of this.names) await this.hold(name);
    return client;
  }

  private async hold(name: string): Promise<void> {
    const client = await this.connect();
    await client.query('select pg_advisory_lock(hashtextextended($1, $2))', [name, ADVISORY_LOCKS.jobWorker]);
  }

  private async sweep(): Promise<void> {
    const client = await this.connect();
    const { rows } = await client.query<{ locked_by: string }>(
      `select distinct locked_by from graphile_worker._private_jobs
       where locked_by is not null and locked_at < now() - make_interval(secs => $1)`,
      [DOUBT_AFTER_SECONDS],
    );
    for (const { locked_by: name } of rows) {
      if (this.names.has(name)) continue;
      const taken = await client.query<{ free: boolean }>(
        'select pg_try_advisory_lock(hashtextextended($1, $2)) as free',
        [name, ADVISORY_LOCKS.jobWorker],
      );
      if (!taken.rows[0]?.free) continue;
      await client.query('select graphile_worker.force_unlock_workers($1)', [[name]]);
      await client.query('select pg_advisory_unlock(hashtextextended($1, $2))', [
        name,
        ADVISORY_LOCKS.jobWorker,
      ]);
      this.log('warning', `${name} died; its jobs were handed back`);
    }
  }
}
