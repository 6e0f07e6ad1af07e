import { setTimeout as pause } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Drain } from './drain.js';
import { HttpSettings } from './http-options.js';

/** How long requests may go on once no new ones are taken, in milliseconds. */
const GRACE = 20_000;

/**
 * Listens until the process is told to stop (SIGTERM, SIGINT), and then ends it with code 0: for `DRAIN_SECONDS` it still takes what comes, so that
 * a proxy has time to look elsewhere; what is under way after that has twenty seconds to end.
 */
export async function serve(app: NestFastifyApplication, port: number, host: string): Promise<void> {
  const log = new Logger('stop');
  const stop = async (signal: string): Promise<void> => {
    const drain = app.get(Drain);
    const { DRAIN_SECONDS } = app.get(HttpSettings).environment;
    log.log(`${signal}: finishing what is under way`);
    drain.begin();
    await pause(DRAIN_SECONDS * 1_000);
    const cutOff = await drain.endConnections(app.getHttpServer(), app.close(), GRACE);
    if (cutOff > 0) log.warn(`${cutOff} connections were cut off`);
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
  await app.listen(port, host);
}
