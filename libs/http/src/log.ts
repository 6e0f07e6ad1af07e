import type { LoggerService } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import { pino, type Logger } from 'pino';

/** JSON lines. No address, cookie, body or query is ever logged, and a path only as its pattern, since paths may hold secrets. */
export function createLog(name: string, level: string): Logger {
  return pino({
    level,
    base: { app: name },
    redact: {
      paths: [
        'req',
        'request',
        'headers',
        '*.password',
        '*.email',
        '*.token',
        '*.secret',
        'err.parameters',
        'err.query',
        'err.driverError',
      ],
      remove: true,
    },
    serializers: { req: () => undefined, res: () => undefined },
  });
}

/** One line for each answer. */
export function logAnswers(server: FastifyInstance): void {
  server.addHook('onResponse', (request, reply, next) => {
    request.log.info(
      {
        method: request.method,
        route: request.routeOptions.url ?? 'none',
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime * 10) / 10,
      },
      'answered',
    );
    next();
  });
}

/** Nest's own messages in the same stream; its chatter at start is left out. */
export const nestLog = (log: Logger): LoggerService => ({
  log: (message: unknown) => log.debug(text(message)),
  debug: (message: unknown) => log.debug(text(message)),
  verbose: (message: unknown) => log.trace(text(message)),
  warn: (message: unknown) => log.warn(text(message)),
  error: (message: unknown, stack?: unknown) => log.error({ stack }, text(message)),
  fatal: (message: unknown) => log.fatal(text(message)),
});

const text = (message: unknown): string =>
  message instanceof Error
    ? message.message
    : typeof message === 'string'
      ? message
      : JSON.stringify(message);
