import { tracingChannel } from 'node:diagnostics_channel';
import type { JobDefinition } from './job-definition.js';
import { checkedPayload } from './job-payload.js';

/** What a handler is told besides its payload. */
export interface JobContext {
  /** 1 for the first try. */
  readonly attempt: number;
  readonly lastAttempt: boolean;
  /** Aborted when the worker is asked to stop. */
  readonly signal: AbortSignal;
}

/** A handler must be safe to run twice: a worker may die after the effect and before the job is marked done. */
export type JobHandler<Payload extends object> = (payload: Payload, context: JobContext) => Promise<void>;

/** A job with its one handler, its payload type hidden. */
export interface BoundJob {
  readonly definition: JobDefinition<object>;
  readonly run: (rawPayload: unknown, context: JobContext) => Promise<void>;
}

/** Where whoever listens hears of each job that begins, as Fastify tells of requests. */
const told = tracingChannel<unknown, { readonly name: string }>('jobs.handler');

/** Ties a job to its handler; the payload is validated before the handler sees it. */
export function handle<Payload extends object>(
  job: JobDefinition<Payload>,
  handler: JobHandler<Payload>,
): BoundJob {
  return {
    definition: job,
    run: async (rawPayload, context) => {
      const payload = await checkedPayload(job, rawPayload);
      await told.tracePromise(() => handler(payload, context), { name: job.name });
    },
  };
}
