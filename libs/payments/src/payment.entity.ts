import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Pence } from '@app/kernel';

/** Money that arrived. Every payment is kept, whether or not it fits an order; `accepted` means that it paid one. */
@Entity('payments')
export class Payment {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text', { name: 'session_id', unique: true })
  sessionId: string;

  @Column('uuid', { name: 'order_id', nullable: true })
  orderId: string | null;

  /** Null when a promotion code left nothing to pay. */
  @Column('text', { name: 'payment_intent_id', nullable: true, unique: true })
  paymentIntentId: string | null;

  /** In hundredths of `currency`. */
  @Column('integer', { name: 'amount_pence' })
  amountPence: Pence;

  /** What a promotion code took off: with it the amount is what was asked for. */
  @Column('integer', { name: 'discount_pence', default: 0 })
  discountPence: Pence;

  @Column('text')
  currency: string;

  @Column('boolean')
  accepted: boolean;

  @Column('timestamptz', { name: 'received_at' })
  receivedAt: Date;
}
