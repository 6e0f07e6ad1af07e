import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Pence } from '@app/kernel';

/** That money is to be given back, as staff decided it or as the terms promise it. Above a limit it counts once another person has confirmed it; the database sees to that. */
@Entity('refund_decisions')
export class RefundDecision {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'order_id' })
  orderId: string;

  @Column('integer', { name: 'amount_pence' })
  amountPence: Pence;

  @Column('text')
  reason: string;

  /** Null for the remedy of the terms, which nobody has to ask for. */
  @Column('uuid', { name: 'asked_by', nullable: true })
  askedBy: string | null;

  /** What the terms promise for a late order; an order has it once, and the database sees to that. */
  @Column('boolean', { default: false })
  remedy: boolean;

  /** Paid by other means already, outside Stripe: it counts once another person has confirmed it. */
  @Column('boolean', { default: false })
  otherwise: boolean;

  @Column('timestamptz', { name: 'asked_at' })
  askedAt: Date;

  @Column('boolean', { name: 'needs_second' })
  needsSecond: boolean;

  @Column('uuid', { name: 'confirmed_by', nullable: true })
  confirmedBy: string | null;

  @Column('timestamptz', { name: 'confirmed_at', nullable: true })
  confirmedAt: Date | null;

  @Column('timestamptz', { name: 'declined_at', nullable: true })
  declinedAt: Date | null;

  /** Stripe will not make it; what then, staff decide anew. */
  @Column('timestamptz', { name: 'refused_at', nullable: true })
  refusedAt: Date | null;

  /** When Stripe was asked for it. */
  @Column('timestamptz', { name: 'paid_back_at', nullable: true })
  paidBackAt: Date | null;
}
