import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** One thing that somebody did. The database refuses to change or remove it; `hash` covers it and everything before it. */
@Entity('audit_log')
export class AuditEntry {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id: string;

  @Column('timestamptz')
  at: Date;

  /** Null for what happened before anybody had signed in, and for the command line. */
  @Column('uuid', { name: 'staff_id', nullable: true })
  staffId: string | null;

  @Column('text')
  action: string;

  @Column('text', { name: 'subject_kind' })
  subjectKind: string;

  @Column('text', { name: 'subject_id' })
  subjectId: string;

  @Column('jsonb', { nullable: true })
  before: object | null;

  @Column('jsonb', { nullable: true })
  after: object | null;

  @Column('text', { nullable: true })
  reason: string | null;

  @Column('text', { name: 'ip_address', nullable: true })
  ipAddress: string | null;

  /** The key its hash was made with; null for entries from before there were keys. */
  @Column('text', { name: 'key_id', nullable: true })
  keyId: string | null;

  @Column('char', { name: 'previous_hash', length: 64 })
  previousHash: string;

  @Column('char', { length: 64, unique: true })
  hash: string;
}
