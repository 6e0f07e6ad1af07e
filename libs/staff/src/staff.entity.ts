import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { StaffRole } from './staff-role.js';

/** A person who works at the desk. The password is kept as an argon2id hash, the second-factor secret sealed. */
@Entity('staff')
export class Staff {
  @PrimaryColumn('uuid')
  id: string;

  /** Lower case. */
  @Column('text', { unique: true })
  email: string;

  @Column('text')
  name: string;

  @Column('text', { array: true })
  roles: StaffRole[];

  @Column('text', { name: 'password_hash' })
  passwordHash: string;

  @Column('text', { name: 'totp_secret_sealed' })
  totpSecretSealed: string;

  /** The 30-second step of the last code that was accepted; that code and all before it are used up. */
  @Column('bigint', { name: 'totp_last_step', default: 0 })
  totpLastStep: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'disabled_at', nullable: true })
  disabledAt: Date | null;
}
