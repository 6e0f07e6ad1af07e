import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Wrong tries in a row at one account from one place. Both are kept as keyed hashes: the account may not exist, the place is somebody's. */
@Entity('staff_sign_in_failures')
export class SignInFailure {
  @PrimaryColumn('bytea', { name: 'account_key' })
  accountKey: Buffer;

  @PrimaryColumn('bytea', { name: 'network_key' })
  networkKey: Buffer;

  @Column('integer')
  failed: number;

  @Column('timestamptz', { name: 'locked_until', nullable: true })
  lockedUntil: Date | null;

  @Column('timestamptz', { name: 'last_at' })
  lastAt: Date;
}
