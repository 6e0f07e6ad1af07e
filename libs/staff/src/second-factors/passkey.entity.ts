import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A passkey of an account: the public half; the private one never leaves the person's device. */
@Entity('staff_passkeys')
export class Passkey {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'staff_id' })
  staffId: string;

  /** As the device names it, base64url. */
  @Column('text', { name: 'credential_id', unique: true })
  credentialId: string;

  /** As its owner calls it. */
  @Column('text')
  name: string;

  @Column('bytea', { name: 'public_key' })
  publicKey: Buffer;

  /** How often the device has signed, if it counts; a number that falls back is a copy. */
  @Column('bigint')
  counter: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'last_used_at', nullable: true })
  lastUsedAt: Date | null;
}
