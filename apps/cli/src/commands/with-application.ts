import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CommandModule } from './command.module.js';

/** Runs one piece of work inside a Nest application that has no server, with `environment` as its settings, and closes it. */
export async function withApplication<T>(
  environment: NodeJS.ProcessEnv,
  work: (app: INestApplicationContext) => Promise<T>,
): Promise<T> {
  Object.assign(process.env, environment);
  const app = await NestFactory.createApplicationContext(CommandModule, {
    logger: ['error', 'warn'],
    abortOnError: false,
  });
  try {
    return await work(app);
  } finally {
    await app.close();
  }
}
