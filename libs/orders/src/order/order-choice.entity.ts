import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { StartChoice } from './order.entity.js';

/** What a customer chose when they sent the order form: each sending that chooses anew adds one, and the database lets none be changed. */
@Entity('order_choices')
export class OrderChoice {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'order_id' })
  orderId: string;

  @Column('text', { name: 'start_choice' })
  startChoice: StartChoice;

  @Column('timestamptz', { name: 'made_at' })
  madeAt: Date;
}
