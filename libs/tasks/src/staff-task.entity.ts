import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** Something only a person can settle. The same kind about the same subject is one task, however often it is raised. */
@Entity('staff_tasks')
@Unique('staff_tasks_kind_subject_key', ['kind', 'subject'])
export class StaffTask {
  @PrimaryColumn('uuid')
  id: string;

  /** What sort of trouble: `payment_second`, `delivery_unknown`, … */
  @Column('text')
  kind: string;

  /** What it is about: the id of a session, a delivery, an order. */
  @Column('text')
  subject: string;

  @Column('uuid', { name: 'order_id', nullable: true })
  orderId: string | null;

  /** One or two sentences: what happened and what to do. */
  @Column('text')
  summary: string;

  @Column('jsonb', { default: {} })
  data: Record<string, unknown>;

  @Column('timestamptz', { name: 'opened_at' })
  openedAt: Date;

  /** In business hours from its opening, by its kind. */
  @Column('timestamptz', { name: 'due_at' })
  dueAt: Date;

  /** Who has said that they see to it. */
  @Column('uuid', { name: 'taken_by', nullable: true })
  takenBy: string | null;

  @Column('timestamptz', { name: 'taken_at', nullable: true })
  takenAt: Date | null;

  @Column('timestamptz', { name: 'closed_at', nullable: true })
  closedAt: Date | null;

  @Column('uuid', { name: 'closed_by', nullable: true })
  closedBy: string | null;

  @Column('text', { nullable: true })
  resolution: string | null;
}
