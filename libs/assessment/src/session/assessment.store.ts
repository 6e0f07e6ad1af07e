import type { Id } from '@app/kernel';
import { type DataSource, type EntityManager, MoreThan, QueryFailedError } from 'typeorm';
import { resealColumn } from '@app/database';
import { Assessment } from './assessment.entity.js';

/** What may still change in a saved assessment. */
export type AssessmentFacts = Partial<Omit<Assessment, 'id' | 'createdAt'>>;

const FOREIGN_KEY_VIOLATION = '23503';

export async function insertAssessment(manager: EntityManager, assessment: Assessment): Promise<void> {
  await manager.insert(Assessment, assessment);
}

export async function findAssessment(manager: EntityManager, id: string): Promise<Assessment | null> {
  return await manager.findOneBy(Assessment, { id: id as Id<'Assessment'> });
}

/** The assessment that a resume code belongs to and whose time is not over. @param lock until the transaction ends. */
export async function assessmentUnder(
  manager: EntityManager,
  codeHash: Buffer,
  now: Date,
  { lock = false } = {},
): Promise<Assessment | null> {
  return await manager.findOne(Assessment, {
    where: { resumeCodeHash: codeHash, expiresAt: MoreThan(now) },
    ...(lock && { lock: { mode: 'pessimistic_write' as const } }),
  });
}

/** Sets facts of a locked assessment. */
export async function changeAssessment(
  manager: EntityManager,
  id: string,
  facts: AssessmentFacts,
): Promise<void> {
  await manager.update(Assessment, { id: id as Id<'Assessment'> }, facts);
}

export async function removeAssessment(manager: EntityManager, id: string): Promise<void> {
  await manager.delete(Assessment, { id: id as Id<'Assessment'> });
}

/** Removes an assessment unless something rests on it. The database refuses that inside a savepoint, so its refusal undoes nothing else. */
export async function removeUnlessHeld(manager: EntityManager, id: string): Promise<void> {
  try {
    await manager.transaction((inner) => removeAssessment(inner, id));
  } catch (error) {
    if (!isHeld(error)) throw error;
  }
}

/** Empties an assessment, with its diary and what an adviser wrote about it; one that is empty keeps the time at which it was emptied. */
export async function emptyAssessment(manager: EntityManager, id: string, at: Date): Promise<void> {
  await manager.query('delete from advice_links where assessment_id = $1', [id]);
  await manager.query('delete from diary_entries where assessment_id = $1', [id]);
  await manager.query(
    `update assessments set answers = '{}', result = null, email = null, resume_code_hash = null, resume_code_sealed = null,
       screen_revisions = '{}', erased_at = $2 where id = $1 and erased_at is null`,
    [id, at],
  );
}

const isHeld = (error: unknown): boolean =>
  error instanceof QueryFailedError &&
  (error.driverError as { code?: string }).code === FOREIGN_KEY_VIOLATION;

/** Seals every kept code anew that the newest secret does not open. @returns how many. */
export async function resealAssessments(
  source: DataSource,
  purpose: string,
  secrets: readonly [string, ...string[]],
): Promise<number> {
  return await resealColumn(source, Assessment, 'resumeCodeSealed', () => purpose, secrets);
}
