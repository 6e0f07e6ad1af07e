import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { Environment } from '@app/config';
import { appLog, createLog } from '@app/log';
import { startWorker } from './start-worker.js';
import { WorkerModule } from './worker.module.js';

/** Runs jobs until the process is told to stop; what is under way is finished first, or handed back, and the exit code is 0. */
export async function runWorker(environment: Environment): Promise<void> {
  // Job payloads hold ids alone, and errors are told without what people typed, so nothing personal is logged.
  const log = createLog('worker', environment.LOG_LEVEL);
  const app = await NestFactory.createApplicationContext(WorkerModule, {
    logger: appLog(log),
    abortOnError: false,
  });
  const worker = await startWorker(app, environment, log);
  log.info('worker ready');

  const stop = async (signal: string): Promise<void> => {
    log.info(`${signal}: finishing what is under way`);
    await worker.stop();
    process.exit(0);
  };
  let stopping: Promise<void> | undefined;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      stopping ??= stop(signal).catch((error: unknown) => {
        log.error(error);
        process.exit(1);
      });
    });
  }
}
