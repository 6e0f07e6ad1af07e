import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Seller } from '@app/config';
import type { Pence } from '@app/kernel';

/** What a refund took back of a receipt. Numbers run without gaps; once issued only {@link voidedAt} may change, and the database sees to it. */
@Entity('credit_notes')
export class CreditNote {
  /** `PW-C-000001` */
  @PrimaryColumn('text')
  number: string;

  @Column('text', { name: 'refund_id', unique: true })
  refundId: string;

  @Column('uuid', { name: 'order_id' })
  orderId: string;

  @Column('text', { name: 'receipt_number' })
  receiptNumber: string;

  @Column('timestamptz', { name: 'issued_at' })
  issuedAt: Date;

  @Column('integer', { name: 'total_pence' })
  totalPence: Pence;

  @Column('integer', { name: 'net_pence' })
  netPence: Pence;

  /** The receipt's VAT in proportion; all credit notes of a receipt given back in full add up to its VAT. */
  @Column('integer', { name: 'vat_pence' })
  vatPence: Pence;

  @Column('text', { name: 'vat_number', nullable: true })
  vatNumber: string | null;

  /** Who sold, as it was when this was issued. */
  @Column('jsonb')
  seller: Seller;

  /** The refund came to nothing: the note keeps its number and counts no more. */
  @Column('timestamptz', { name: 'voided_at', nullable: true })
  voidedAt: Date | null;
}
