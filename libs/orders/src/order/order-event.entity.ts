import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** What happened to an order, in the past tense. */
export type OrderEventName =
  | 'placed'
  | 'amended'
  | 'paid'
  | 'revived'
  | 'payment_refused'
  | 'confirmation_accepted'
  | 'clock_started'
  | 'at_risk'
  | 'late'
  | 'delivered'
  | 'refunded'
  | 'refund_failed'
  | 'refund_refused'
  | 'paid_back_otherwise'
  | 'disputed'
  | 'dispute_pack_made'
  | 'dispute_answered'
  | 'dispute_closed'
  | 'fraud_warned'
  | 'address_corrected'
  | 'link_renewed'
  | 'paused'
  | 'resumed'
  | 'recalled'
  | 'refund_decided'
  | 'email_sent_again'
  | 'letter_written'
  | 'correction_asked'
  | 'correction_taken_up'
  | 'correction_answered'
  | 'correction_at_risk'
  | 'correction_delivered'
  | 'correction_late'
  | 'blocked'
  | 'blocker_ended'
  | 'expired'
  | 'cancelled'
  | 'data_exported'
  | 'data_erased';

/** One line of an order's log. Rows are only ever added; `data` holds no personal data. */
@Entity('order_events')
export class OrderEvent {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id: string;

  @Column('uuid', { name: 'order_id' })
  orderId: string;

  @Column('text')
  name: OrderEventName;

  @Column('jsonb', { default: {} })
  data: Record<string, unknown>;

  @Column('timestamptz')
  at: Date;
}
