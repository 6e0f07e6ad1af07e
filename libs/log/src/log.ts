import { type DynamicModule, Injectable } from '@nestjs/common';
import { Logger, LoggerModule, PinoLogger } from 'nestjs-pino';
import { storage, Store } from 'nestjs-pino/storage.js';
import { type DestinationStream, type LogFn, type Logger as PinoLog, pino } from 'pino';

/** JSON lines. No address, cookie, body or query is ever logged, and a path only as its pattern, since paths may hold secrets. */
export function createLog(name: string, level: string, destination?: DestinationStream): PinoLog {
  const options = {
    level,
    base: { app: name },
    redact: {
      paths: ['req', 'request', 'headers', '*.password', '*.email', '*.token', '*.secret'],
      remove: true,
    },
    serializers: { req: nothing, res: nothing, err: errorForLog },
    hooks: {
      logMethod(words: Parameters<LogFn>, write: LogFn) {
        const kept = words.map((word: unknown) => (typeof word === 'string' ? withoutAddresses(word) : word));
        write.apply(this, kept as Parameters<LogFn>);
      },
    },
  };
  return destination ? pino(options, destination) : pino(options);
}

/** Mail servers repeat the address that they refuse, and connection strings look like one. */
const withoutAddresses = (text: string): string => text.replace(/[^\s<>"'()/:;,@]+@[^\s<>"'()/;,@]+/g, '…@…');

const nothing = (): undefined => undefined;

/**
 * What is logged of an error: its kind, code and where it was thrown. A database error's message, detail and parameters repeat what people typed
 * ("Key (email)=(…) already exists"), so of those only the code and the names of table and constraint remain.
 */
export function errorForLog(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code, table, constraint, driverError } = error as Error &
    Record<'code' | 'table' | 'constraint' | 'driverError', unknown>;
  const fromDatabase = driverError !== undefined || 'severity' in error;
  const frames = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12);
  return {
    type: error.name,
    code,
    // Class 42 speaks of our own schema ("column x does not exist"), never of what a person typed.
    ...(fromDatabase && !String(code).startsWith('42')
      ? { table, constraint }
      : { message: withoutAddresses(error.message) }),
    stack: frames.join('\n'),
    ...(error.cause === undefined ? {} : { cause: errorForLog(error.cause) }),
  };
}

/** Where Nest says what it set up; of interest only to whoever looks for a fault in that. */
const CHATTER = new Set([
  'NestFactory',
  'NestApplication',
  'InstanceLoader',
  'RoutesResolver',
  'RouterExplorer',
]);

/** What Nest and our services say, in the same stream; inside a request with its id. */
@Injectable()
export class AppLog extends Logger {
  override log(message: unknown, ...parameters: unknown[]): void {
    if (CHATTER.has(String(parameters.at(-1)))) this.debug(message, ...parameters);
    else super.log(message, ...parameters);
  }
}

/** The same before there is a module to inject from, so that a failing start is told in the same form. */
export const appLog = (log: PinoLog): AppLog => new AppLog(new PinoLogger({ pinoHttp: { logger: log } }), {});

/** `nestjs-pino` on an existing log, which gives `PinoLogger` for injection. What is said inside a request is tied to it by {@link loggingTo}. */
export const logModule = (log: PinoLog): DynamicModule =>
  LoggerModule.forRoot({ pinoHttp: { logger: log }, useExisting: true, forRoutes: [] });

/** Does work whose lines go to the log of a request, with its id. A hook does it: Nest's way to a middleware is longer than all our hooks. */
export const loggingTo = (log: unknown, work: () => void): void =>
  storage.run(new Store(log as PinoLog), work);
