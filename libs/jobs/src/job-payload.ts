import { plainToInstance } from 'class-transformer';
import { validate } from 'class-validator';
import { DomainError } from '@app/kernel';
import type { JobDefinition } from './job-definition.js';
import { validationWords } from './validation-words.js';

/**
 * The payload as its class, without what the class does not know.
 * @throws DomainError `job_payload_invalid`, with the words of every rule that it breaks.
 */
export async function checkedPayload<Payload extends object>(
  job: JobDefinition<Payload>,
  raw: unknown,
): Promise<Payload> {
  const payload = plainToInstance(job.payload, raw);
  const errors = await validate(payload, { whitelist: true, forbidUnknownValues: true });
  if (errors.length > 0)
    throw new DomainError(
      'job_payload_invalid',
      `The payload of ${job.name} is not valid: ${errors.flatMap(validationWords).join('; ')}.`,
    );
  return payload;
}
