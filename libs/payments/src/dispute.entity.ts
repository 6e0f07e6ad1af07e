import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Pence } from '@app/kernel';
import type { DisputeState } from './dispute-machine.js';

/** A customer's bank asked for money back, kept as Stripe has it. */
@Entity('disputes')
export class Dispute {
  /** Stripe's id, `du_…` or `dp_…`. */
  @PrimaryColumn('text')
  id: string;

  /** Null while its payment is not known. */
  @Column('uuid', { name: 'order_id', nullable: true })
  orderId: string | null;

  @Column('text', { name: 'payment_intent_id' })
  paymentIntentId: string;

  @Column('integer', { name: 'amount_pence' })
  amountPence: Pence;

  @Column('text')
  state: DisputeState;

  /** Stripe's word for it. */
  @Column('text')
  reason: string;

  /** Until when it can be answered; null when it cannot. */
  @Column('timestamptz', { name: 'due_at', nullable: true })
  dueAt: Date | null;

  @Column('timestamptz', { name: 'opened_at' })
  openedAt: Date;

  @Column('timestamptz', { name: 'closed_at', nullable: true })
  closedAt: Date | null;
}
