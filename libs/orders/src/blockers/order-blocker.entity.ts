import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { BlockerKind } from './blocker-kinds.js';

/**
 * Something that forbids approving and sending the blueprint of an order while it stands; the database forbids it too. One of a kind stands at
 * a time. It ends once, with who, why and by which act, and stays on record.
 */
@Entity('order_blockers')
export class OrderBlocker {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'order_id' })
  orderId: string;

  @Column('text')
  kind: BlockerKind;

  /** In words, for staff. */
  @Column('text')
  reason: string;

  /** What it came from: the id of a message, a dispute, an attempt at an email. The same source is told of once. */
  @Column('text')
  source: string;

  @Column('timestamptz', { name: 'opened_at' })
  openedAt: Date;

  /** Null when no member of staff did. */
  @Column('uuid', { name: 'opened_by', nullable: true })
  openedBy: string | null;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt: Date | null;

  @Column('uuid', { name: 'ended_by', nullable: true })
  endedBy: string | null;

  @Column('text', { name: 'ended_reason', nullable: true })
  endedReason: string | null;

  /** The act that ended it, as in the audit log. */
  @Column('text', { name: 'end_act', nullable: true })
  endAct: string | null;
}
