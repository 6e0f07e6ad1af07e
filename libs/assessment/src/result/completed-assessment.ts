import type { Id } from '@app/kernel';
import type { Answers } from '../answers/answers.js';
import type { PersonalResult } from './personal-result.js';

/** A finished assessment. It never changes again: editing afterwards makes another one. */
export interface CompletedAssessment {
  readonly id: Id<'Assessment'>;
  readonly answers: Answers;
  readonly result: PersonalResult;
  readonly completedAt: Date;
  readonly catalogueVersion: string;
  readonly modelVersion: string;
}
