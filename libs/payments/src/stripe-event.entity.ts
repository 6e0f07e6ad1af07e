import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Something Stripe told us, kept once however often it is told. `handledAt` is set in the transaction of its effect. */
@Entity('stripe_events')
export class StripeEvent {
  /** Stripe's id, `evt_…`. */
  @PrimaryColumn('text')
  id: string;

  @Column('text')
  type: string;

  @Column('boolean')
  livemode: boolean;

  /** What its handling reads, in Stripe's shape, and no more: see `keptEvent`. */
  @Column('jsonb')
  payload: Record<string, unknown>;

  /** When Stripe made it. */
  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'received_at' })
  receivedAt: Date;

  @Column('timestamptz', { name: 'handled_at', nullable: true })
  handledAt: Date | null;

  /** What came of it, in a few words. */
  @Column('text', { nullable: true })
  outcome: string | null;
}
