import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AttemptOutcome } from './delivery-attempt-machine.js';

/** One try at one delivery. `dataStartedAt` set and `endedAt` empty means: it may have gone out, ask a person. */
@Entity('delivery_attempts')
export class DeliveryAttempt {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'delivery_id' })
  deliveryId: string;

  @Column('timestamptz', { name: 'started_at' })
  startedAt: Date;

  @Column('timestamptz', { name: 'data_started_at', nullable: true })
  dataStartedAt: Date | null;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt: Date | null;

  @Column('text', { nullable: true })
  outcome: AttemptOutcome | null;

  @Column('text', { nullable: true })
  detail: string | null;
}
