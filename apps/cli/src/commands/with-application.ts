import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CommandModule } from './command.module.js';

/**
 * Runs one piece of work inside a Nest application that has no server, with `environment` as its settings, and closes it. The settings
 * of this process are as before afterwards: a second local stack must not find those of the first.
 */
export async function withApplication<T>(
  environment: NodeJS.ProcessEnv,
  work: (app: INestApplicationContext) => Promise<T>,
): Promise<T> {
  const before = { ...process.env };
  Object.assign(process.env, environment);
  try {
    const app = await NestFactory.createApplicationContext(CommandModule, {
      logger: ['error', 'warn'],
      abortOnError: false,
    });
    try {
      return await work(app);
    } finally {
      await app.close();
    }
  } finally {
    for (const name of Object.keys(environment)) {
      if (before[name] === undefined) delete process.env[name];
      else process.env[name] = before[name];
    }
  }
}
