import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Pence } from '@app/kernel';
import type { OrderState } from './order-machine.js';

/** What the customer chose before paying; nothing is preselected. */
export type StartChoice = 'start_now' | 'start_after_cancellation_period';

/**
 * One purchase of one blueprint. `state` is about money alone; what happened later is kept as facts with their own times, so that
 * a refund erases nothing. Written only by this lib.
 */
@Entity('orders')
export class Order {
  @PrimaryColumn('uuid')
  id: string;

  /** `PW-7K3M-9QXT`: for people to read out; it opens nothing. */
  @Column('text', { unique: true })
  reference: string;

  @Column('text')
  state: OrderState;

  @Column('uuid', { name: 'assessment_id' })
  assessmentId: string;

  /** From the hidden field of the order form: the same form sent twice is one order. */
  @Column('text', { name: 'form_token', unique: true })
  formToken: string;

  @Column('bytea', { name: 'access_token_hash', unique: true })
  accessTokenHash: Buffer;

  /** The secret of the status page, encrypted, because emails must be able to carry it. */
  @Column('text', { name: 'access_token_sealed' })
  accessTokenSealed: string;

  @Column('text', { name: 'customer_name' })
  customerName: string;

  @Column('text', { name: 'customer_email' })
  customerEmail: string;

  @Column('text', { name: 'occupation_title' })
  occupationTitle: string;

  /** VAT included. */
  @Column('integer', { name: 'price_pence' })
  pricePence: Pence;

  @Column('text', { default: 'gbp' })
  currency: string;

  @Column('text', { name: 'start_choice' })
  startChoice: StartChoice;

  /** The choice in force: until the order is paid the last one made, then for good the one that was paid for. */
  @Column('uuid', { name: 'choice_id', nullable: true })
  choiceId: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  /** Until then the order can be paid; afterwards it expires, once Stripe has confirmed that nothing was paid. */
  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;

  @Column('timestamptz', { name: 'paid_at', nullable: true })
  paidAt: Date | null;

  /** What was really paid; below the price when a promotion code was used. */
  @Column('integer', { name: 'paid_pence', nullable: true })
  paidPence: Pence | null;

  @Column('timestamptz', { name: 'expired_at', nullable: true })
  expiredAt: Date | null;

  @Column('timestamptz', { name: 'cancelled_at', nullable: true })
  cancelledAt: Date | null;

  @Column('timestamptz', { name: 'answers_complete_at', nullable: true })
  answersCompleteAt: Date | null;

  /** When the customer's mail server took the contract confirmation. */
  @Column('timestamptz', { name: 'confirmation_accepted_at', nullable: true })
  confirmationAcceptedAt: Date | null;

  @Column('timestamptz', { name: 'clock_started_at', nullable: true })
  clockStartedAt: Date | null;

  /** When the 14-day wait ends, if it was chosen; known once it is paid. */
  @Column('timestamptz', { name: 'wait_ends_at', nullable: true })
  waitEndsAt: Date | null;

  /** By when it would be there if nothing came between paying and starting; an order that never starts is late by this. */
  @Column('timestamptz', { name: 'expected_at', nullable: true })
  expectedAt: Date | null;

  /** When we aim to deliver. */
  @Column('timestamptz', { name: 'target_at', nullable: true })
  targetAt: Date | null;

  /** When we promised to have delivered. Stored when the clock starts; only a pause for the customer moves it. */
  @Column('timestamptz', { name: 'promise_at', nullable: true })
  promiseAt: Date | null;

  /** What was promised at first, once a pause has moved it. */
  @Column('timestamptz', { name: 'original_promise_at', nullable: true })
  originalPromiseAt: Date | null;

  /** When the customer was told that the promised time is near and nothing is sent yet; a pause begins that anew. */
  @Column('timestamptz', { name: 'at_risk_at', nullable: true })
  atRiskAt: Date | null;

  /** When the customer was told that we missed the promise. It stays. */
  @Column('timestamptz', { name: 'late_at', nullable: true })
  lateAt: Date | null;

  /** The new time that a late order was given last. */
  @Column('timestamptz', { name: 'new_time_at', nullable: true })
  newTimeAt: Date | null;

  @Column('text', { name: 'calendar_version', nullable: true })
  calendarVersion: string | null;

  @Column('text', { name: 'policy_version', nullable: true })
  policyVersion: string | null;

  @Column('timestamptz', { name: 'delivered_at', nullable: true })
  deliveredAt: Date | null;

  /** When money was first given back. */
  @Column('timestamptz', { name: 'refunded_at', nullable: true })
  refundedAt: Date | null;

  /** The sum given back so far. */
  @Column('integer', { name: 'refunded_pence', default: 0 })
  refundedPence: Pence;

  @Column('timestamptz', { name: 'disputed_at', nullable: true })
  disputedAt: Date | null;

  /** When the answers and the blueprint were erased; the record of the sale stays. */
  @Column('timestamptz', { name: 'erased_at', nullable: true })
  erasedAt: Date | null;
}
