import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { ConfigError, loadEnvironment } from '@app/config';
import { startJobWorker } from '@app/jobs';
import { boundJobs } from './bound-jobs.js';
import { serveHealth } from './health-server.js';
import { workerLog } from './worker-log.js';
import { schedules } from './schedules.js';
import { WorkerModule } from './worker.module.js';

async function main(): Promise<void> {
  const environment = loadEnvironment();
  const log = workerLog(environment.LOG_LEVEL);
  const app = await NestFactory.createApplicationContext(WorkerModule, {
    logger: ['error', 'warn'],
    abortOnError: false,
  });
  const worker = await startJobWorker({
    databaseUrl: environment.DATABASE_URL,
    jobs: boundJobs(app),
    schedules,
    log: (level, message) => log[level === 'warning' ? 'warn' : level](message),
  });
  const health = await serveHealth(environment);
  log.info('worker ready');

  const stop = async (signal: string): Promise<void> => {
    log.info(`${signal}: finishing what is under way`);
    await worker.stop();
    await worker.stopped;
    health.close();
    await app.close();
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      stop(signal).catch((error: unknown) => {
        log.error(error);
        process.exit(1);
      });
    });
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exit(1);
});
