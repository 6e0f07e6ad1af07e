import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { StaffRole } from '../staff-role.js';

/** A single-use way to an account: for somebody new, or for somebody who lost theirs. Only the hash of its link is kept. */
@Entity('staff_invitations')
export class Invitation {
  @PrimaryColumn('uuid')
  id: string;

  /** Lower case. */
  @Column('text')
  email: string;

  @Column('text')
  name: string;

  @Column('text', { array: true })
  roles: StaffRole[];

  /** The account it lets into anew; null for a new one. */
  @Column('uuid', { name: 'staff_id', nullable: true })
  staffId: string | null;

  @Column('uuid', { name: 'invited_by' })
  invitedBy: string;

  @Column('timestamptz', { name: 'invited_at' })
  invitedAt: Date;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;

  /** What the authenticator app is given; becomes the account's. */
  @Column('text', { name: 'totp_secret_sealed' })
  totpSecretSealed: string;

  /** Null until its email is made; each email has a link of its own, and the last one counts. */
  @Column('bytea', { name: 'token_hash', nullable: true, unique: true })
  tokenHash: Buffer | null;

  /** When the mail server took the email. */
  @Column('timestamptz', { name: 'sent_at', nullable: true })
  sentAt: Date | null;

  @Column('timestamptz', { name: 'accepted_at', nullable: true })
  acceptedAt: Date | null;

  @Column('timestamptz', { name: 'withdrawn_at', nullable: true })
  withdrawnAt: Date | null;
}
