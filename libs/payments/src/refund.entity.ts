import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Pence } from '@app/kernel';
import type { RefundState } from './refund-machine.js';

/** Money given back, by us or in Stripe's dashboard. `orderId` is null until its payment is known. */
@Entity('refunds')
export class Refund {
  /** Stripe's id, `re_…`. */
  @PrimaryColumn('text')
  id: string;

  @Column('uuid', { name: 'order_id', nullable: true })
  orderId: string | null;

  @Column('text', { name: 'payment_intent_id' })
  paymentIntentId: string;

  @Column('integer', { name: 'amount_pence' })
  amountPence: Pence;

  @Column('text')
  status: RefundState;

  /** `other`: staff paid it back by other means, and Stripe knows nothing of it. */
  @Column('text', { default: 'stripe' })
  way: 'stripe' | 'other';

  @Column('text', { nullable: true })
  reason: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;
}
