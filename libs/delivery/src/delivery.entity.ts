import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DeliveryState } from './delivery-machine.js';

/** What an email is for. */
export type DeliveryKind = 'confirmation' | 'blueprint' | 'resume' | 'notice';

/** One email to one person. `subjectKey` is unique, so the same email cannot be queued twice. */
@Entity('deliveries')
export class Delivery {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'order_id', nullable: true })
  orderId: string | null;

  /** The saved assessment it is about; the database removes the email with the assessment. */
  @Column('uuid', { name: 'assessment_id', nullable: true })
  assessmentId: string | null;

  @Column('text')
  kind: DeliveryKind;

  @Column('text', { name: 'subject_key', unique: true })
  subjectKey: string;

  @Column('uuid', { name: 'blueprint_id', nullable: true })
  blueprintId: string | null;

  /** The file this delivery may carry; the database allows only a pair that a reviewer approved. */
  @Column('char', { name: 'approved_sha256', length: 64, nullable: true })
  approvedSha256: string | null;

  /** The email with the same blueprint that this one repeats, because somebody asked for it. */
  @Column('uuid', { name: 'again_of', nullable: true })
  againOf: string | null;

  @Column('text')
  recipient: string;

  @Column('text', { name: 'message_id', unique: true })
  messageId: string;

  @Column('text')
  state: DeliveryState;

  @Column('jsonb', { default: {} })
  data: Record<string, unknown>;

  @Column('timestamptz', { name: 'send_after' })
  sendAfter: Date;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'accepted_at', nullable: true })
  acceptedAt: Date | null;

  @Column('text', { name: 'smtp_response', nullable: true })
  smtpResponse: string | null;
}
