import type { INestApplicationContext } from '@nestjs/common';
import { filesFault } from '@app/blueprint';
import type { Environment } from '@app/config';
import { databaseFaults } from '@app/database';
import { type BoundJob, definedJobs, type Schedule, ScheduleWatch, startJobWorker } from '@app/jobs';
import type { Logger } from 'pino';
import { DataSource } from 'typeorm';
import { boundJobs } from './bound-jobs.js';
import { serveHealth } from './health-server.js';
import { schedules } from './schedules.js';

/** What tests put in place of the worker's own. */
export interface WorkerParts {
  readonly jobs?: readonly BoundJob[];
  readonly schedules?: readonly Schedule[];
}

export interface RunningWorker {
  /** Where health and metrics are. */
  readonly healthPort: number;
  /** Finishes what is under way, or hands it back when that takes too long, and closes the application. Whoever calls it ends the process then. */
  readonly stop: () => Promise<void>;
}

/** Starts jobs, schedules and the health server of an application. @throws DomainError when a job or a schedule could not run. */
export async function startWorker(
  app: INestApplicationContext,
  environment: Environment,
  log: Logger,
  parts: WorkerParts = {},
): Promise<RunningWorker> {
  const worker = await startJobWorker({
    mustHandle: definedJobs(),
    databaseUrl: environment.DATABASE_URL,
    jobs: parts.jobs ?? boundJobs(app),
    schedules: parts.schedules ?? schedules,
    log: (level, message) => log[level === 'warning' ? 'warn' : level](message),
  });
  const health = await serveHealth(environment, app.get(ScheduleWatch), () =>
    databaseFaults(app.get(DataSource), environment.NODE_ENV === 'production', (source) =>
      filesFault(source, environment),
    ),
  );
  return {
    healthPort: health.port,
    stop: async () => {
      const finished = await worker.stop();
      await health.close();
      // What was handed back still runs here and holds connections that closing would wait for.
      if (!finished) return;
      await worker.stopped;
      await app.close();
    },
  };
}
