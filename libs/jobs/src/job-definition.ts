import type { ClassConstructor } from 'class-transformer';
import { DomainError } from '@app/kernel';

/** What a job is: its name (noun-verb, `blueprint.render`), the shape of its payload, and how often it may fail before staff see it. */
export interface JobDefinition<Payload extends object> {
  readonly name: string;
  /** A class with class-validator decorators; payloads hold ids, never personal data. */
  readonly payload: ClassConstructor<Payload>;
  /** Attempts before the job has failed for good. Retries back off exponentially (graphile-worker: exp(min(10, attempt)) seconds). */
  readonly maxAttempts: number;
}

/** The names of jobs, each once. */
export class JobNames {
  private readonly names = new Set<string>();

  /** @throws DomainError `job_defined_twice` when another job has the name: the second handler would get the first one's payloads. */
  add(name: string): void {
    if (this.names.has(name)) throw new DomainError('job_defined_twice', `The job ${name} is defined twice.`);
    this.names.add(name);
  }

  all(): readonly string[] {
    return [...this.names];
  }
}

const defined = new JobNames();

/** Every job is made by this, so that the worker can tell at boot whether one has no handler. @throws DomainError `job_defined_twice`. */
export function defineJob<Payload extends object>(
  definition: JobDefinition<Payload>,
): JobDefinition<Payload> {
  defined.add(definition.name);
  return definition;
}

/** The name of every job that any module of this process has defined. */
export const definedJobs = (): readonly string[] => defined.all();
