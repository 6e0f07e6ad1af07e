import { pino, type Logger } from 'pino';

/** JSON lines, as the site writes them. Job payloads hold ids alone, so nothing personal is logged. */
export const workerLog = (level: string): Logger => pino({ level, base: { app: 'worker' } });
