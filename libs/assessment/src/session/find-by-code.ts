import { DomainError } from '@app/kernel';
import type { EntityManager } from 'typeorm';
import type { Assessment } from './assessment.entity.js';
import { assessmentUnder } from './assessment.store.js';
import { readResumeCode, resumeCodeHash } from './resume-code.js';

/** The assessment that a code opens, as typed or as issued; null when there is none or its time is over. */
export async function findByCode(
  manager: EntityManager,
  typed: string,
  now: Date,
  { lock = false } = {},
): Promise<Assessment | null> {
  const code = readResumeCode(typed);
  if (code === undefined) return null;
  return await assessmentUnder(manager, resumeCodeHash(code), now, { lock });
}

/** The same, locked until the transaction ends. @throws DomainError `assessment_not_found` */
export async function lockByCode(manager: EntityManager, code: string, now: Date): Promise<Assessment> {
  const assessment = await findByCode(manager, code, now, { lock: true });
  if (!assessment) throw notFound();
  return assessment;
}

export const notFound = (): DomainError =>
  new DomainError('assessment_not_found', 'There is no saved assessment under this code, or it has expired.');
