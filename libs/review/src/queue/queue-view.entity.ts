import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { QueueFilter } from './queue-filters.js';

/** A way to look at the queue that a member of staff keeps under a name. Holds no search: what is searched for may be somebody's name. */
@Entity('queue_views')
@Index('queue_views_one_start', ['staffId'], { unique: true, where: 'is_start' })
export class QueueView {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'staff_id' })
  staffId: string;

  @Column('text')
  name: string;

  @Column('text', { array: true })
  filters: QueueFilter[];

  /** The one that opens first. */
  @Column('boolean', { name: 'is_start', default: false })
  isStart: boolean;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}
