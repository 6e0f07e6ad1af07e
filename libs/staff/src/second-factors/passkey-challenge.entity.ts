import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A random text that a device is asked to sign. It is good for one answer and a few minutes, so that no answer can be sent again. */
@Entity('staff_challenges')
export class PasskeyChallenge {
  @PrimaryColumn('text')
  challenge: string;

  /** Whose new passkey it is for; null when somebody signs in. */
  @Column('uuid', { name: 'staff_id', nullable: true })
  staffId: string | null;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;
}
