import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** The two things a customer must agree to before work may start inside the 14-day cancellation period. */
export type ConsentKind = 'start_in_cancellation_period' | 'right_ends_on_delivery';

/**
 * A consent as it was given, with the choice it was given for: the very words, their version, when and from where. It is evidence: the database
 * lets nobody change it, and removes it only with its order.
 */
@Entity('order_consents')
@Unique('order_consents_choice_id_kind_key', ['choiceId', 'kind'])
export class OrderConsent {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'order_id' })
  orderId: string;

  @Column('uuid', { name: 'choice_id' })
  choiceId: string;

  @Column('text')
  kind: ConsentKind;

  @Column('text', { name: 'wording_version' })
  wordingVersion: string;

  @Column('text')
  wording: string;

  @Column('timestamptz', { name: 'given_at' })
  givenAt: Date;

  @Column('text', { name: 'ip_address' })
  ipAddress: string;
}
