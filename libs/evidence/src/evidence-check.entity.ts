import { Column, Entity, PrimaryColumn } from 'typeorm';

export const VERDICTS = ['true', 'changed', 'gone'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Somebody compared an outside fact with its source. Only ever added to. */
@Entity('evidence_checks')
export class EvidenceCheck {
  @PrimaryColumn('uuid')
  id: string;

  /** The key of the fact. */
  @Column('text')
  fact: string;

  /** Of the words that were checked: other words in the content are a fact that nobody has looked at. */
  @Column('text', { name: 'words_sha256' })
  wordsSha256: string;

  @Column('text')
  verdict: Verdict;

  /** The page that was read, without `https://`, where the content names none. */
  @Column('text', { nullable: true })
  page: string | null;

  /** What was found, where it is not as we say. */
  @Column('text', { nullable: true })
  note: string | null;

  @Column('uuid', { name: 'checked_by' })
  checkedBy: string;

  @Column('timestamptz', { name: 'checked_at' })
  checkedAt: Date;
}
