import type { ClassConstructor } from 'class-transformer';

/** What a job is: its name (noun-verb, `blueprint.render`), the shape of its payload, and how often it may fail before staff see it. */
export interface JobDefinition<Payload extends object> {
  readonly name: string;
  /** A class with class-validator decorators; payloads hold ids, never personal data. */
  readonly payload: ClassConstructor<Payload>;
  /** Attempts before the job has failed for good. Retries back off exponentially (graphile-worker: exp(min(10, attempt)) seconds). */
  readonly maxAttempts: number;
}

export const defineJob = <Payload extends object>(
  definition: JobDefinition<Payload>,
): JobDefinition<Payload> => definition;
