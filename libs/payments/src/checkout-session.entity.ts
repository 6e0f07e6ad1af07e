import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import type { Pence } from '@app/kernel';
import type { CheckoutState } from './checkout-attempt-machine.js';

/**
 * One attempt to pay one order. The row comes first and fixes everything the request to Stripe depends on, so that asking again with
 * the same idempotency key is the same request.
 */
@Entity('checkout_sessions')
@Unique('checkout_sessions_order_id_attempt_key', ['orderId', 'attempt'])
export class CheckoutSession {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'order_id' })
  orderId: string;

  @Column('integer')
  attempt: number;

  /** Stripe's id, `cs_…`. */
  @Column('text', { name: 'session_id', nullable: true, unique: true })
  sessionId: string | null;

  /** The hosted pay page. */
  @Column('text', { nullable: true })
  url: string | null;

  @Column('text')
  state: CheckoutState;

  @Column('integer', { name: 'amount_pence' })
  amountPence: Pence;

  /** What the customer had chosen when the page was opened; if it is paid, that counts. */
  @Column('uuid', { name: 'choice_id', nullable: true })
  choiceId: string | null;

  @Column('text', { name: 'customer_email' })
  customerEmail: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;
}
