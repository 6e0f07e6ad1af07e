import type { Id } from '@app/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Answers } from '../answers/answers.js';
import type { PersonalResult } from '../result/personal-result.js';

/**
 * One assessment. Once completed, answers and result never change: a later edit moves the resume code to a new row, and this one stays
 * as it was for whatever was ordered on it.
 */
@Entity('assessments')
export class Assessment {
  @PrimaryColumn('uuid')
  id: Id<'Assessment'>;

  /** SHA-256 of the resume code; null once the code has moved on to a newer row. */
  @Column('bytea', { name: 'resume_code_hash', nullable: true, unique: true })
  resumeCodeHash: Buffer | null;

  @Column('jsonb', { default: {} })
  answers: Answers;

  /** Rises by one with every save. */
  @Column('integer', { default: 0 })
  revision: number;

  /** The revision at which each question was last saved, by its id. */
  @Column('jsonb', { name: 'screen_revisions', default: {} })
  screenRevisions: Partial<Record<string, number>>;

  @Column('jsonb', { nullable: true })
  result: PersonalResult | null;

  @Column('text', { nullable: true })
  email: string | null;

  /** The resume code, encrypted, so that an email can carry it; kept only with an address to write to. */
  @Column('text', { name: 'resume_code_sealed', nullable: true })
  resumeCodeSealed: string | null;

  @Column('timestamptz', { name: 'completed_at', nullable: true })
  completedAt: Date | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;

  /** When its content was erased; the row stays where an order points at it. */
  @Column('timestamptz', { name: 'erased_at', nullable: true })
  erasedAt: Date | null;

  /** Of free answers in the index `assessments_ending`. */
  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;

  /** Its time is over and an order rests on it: it goes with the order. */
  @Column('boolean', { name: 'kept_for_order', default: false })
  keptForOrder?: boolean;
}
