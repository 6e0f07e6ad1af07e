import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { ConfigError, loadEnvironment } from '@app/config';
import { startWorker } from './start-worker.js';
import { workerLog } from './worker-log.js';
import { WorkerModule } from './worker.module.js';

async function main(): Promise<void> {
  const environment = loadEnvironment();
  const log = workerLog(environment.LOG_LEVEL);
  const app = await NestFactory.createApplicationContext(WorkerModule, {
    logger: ['error', 'warn'],
    abortOnError: false,
  });
  const worker = await startWorker(app, environment, log);
  log.info('worker ready');

  const stop = async (signal: string): Promise<void> => {
    log.info(`${signal}: finishing what is under way`);
    await worker.stop();
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
