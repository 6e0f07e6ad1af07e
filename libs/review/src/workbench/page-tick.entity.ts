import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A page that somebody has read, of exactly this file: in the next one only pages that are the same keep their ticks. */
@Entity('review_ticks')
export class PageTick {
  @PrimaryColumn('uuid', { name: 'review_id' })
  reviewId: string;

  @PrimaryColumn('uuid', { name: 'staff_id' })
  staffId: string;

  @PrimaryColumn('char', { length: 64 })
  sha256: string;

  @PrimaryColumn('integer')
  page: number;

  @Column('timestamptz')
  at: Date;
}
