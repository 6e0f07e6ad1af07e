import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One of ten codes that open an account once each when the telephone is lost. Only its hash is kept. */
@Entity('staff_recovery_codes')
export class RecoveryCode {
  @PrimaryColumn('bytea', { name: 'code_hash' })
  codeHash: Buffer;

  @Column('uuid', { name: 'staff_id' })
  staffId: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'used_at', nullable: true })
  usedAt: Date | null;
}
