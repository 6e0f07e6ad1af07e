import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Seller } from '@app/config';
import type { Pence } from '@app/kernel';

/** What a customer may show an accountant. Numbers run without gaps. */
@Entity('receipts')
export class Receipt {
  /** `PW-R-000001` */
  @PrimaryColumn('text')
  number: string;

  @Column('uuid', { name: 'order_id', unique: true })
  orderId: string;

  @Column('timestamptz', { name: 'issued_at' })
  issuedAt: Date;

  @Column('integer', { name: 'total_pence' })
  totalPence: Pence;

  @Column('integer', { name: 'net_pence' })
  netPence: Pence;

  /** Zero unless the seller was registered for VAT when it was issued. */
  @Column('integer', { name: 'vat_pence' })
  vatPence: Pence;

  @Column('text', { name: 'vat_number', nullable: true })
  vatNumber: string | null;

  /** Who sold, as it was when this was issued; null for the oldest, whose seller the settings still name. */
  @Column('jsonb', { nullable: true })
  seller: Seller | null;
}
