import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Pence } from '@app/kernel';

/**
 * A refund that we ask Stripe for, written down before it is asked. It ends as a refund of Stripe's or with Stripe's refusal; until then it counts
 * as given back, so that no two ask for the same money. The database holds to that.
 */
@Entity('refund_requests')
export class RefundRequest {
  /** Names the operation, at Stripe too: the same key gives money back once. */
  @PrimaryColumn('text')
  key: string;

  @Column('uuid', { name: 'order_id' })
  orderId: string;

  @Column('integer', { name: 'amount_pence' })
  amountPence: Pence;

  @Column('text')
  reason: string;

  @Column('timestamptz', { name: 'asked_at' })
  askedAt: Date;

  /** Stripe's id, once Stripe has told of it. */
  @Column('text', { name: 'refund_id', nullable: true })
  refundId: string | null;

  @Column('timestamptz', { name: 'refused_at', nullable: true })
  refusedAt: Date | null;

  /** Stripe's word for why. */
  @Column('text', { name: 'refused_code', nullable: true })
  refusedCode: string | null;
}
