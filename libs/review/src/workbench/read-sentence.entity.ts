import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A sentence that somebody has read in a draft, without its figures, as a keyed fingerprint: nothing of a customer can be read from it. */
@Entity('read_sentences')
export class ReadSentence {
  @PrimaryColumn('uuid', { name: 'staff_id' })
  staffId: string;

  @PrimaryColumn('bytea')
  fingerprint: Buffer;

  /** The review in which it was first read: there it stays new. */
  @Column('uuid', { name: 'review_id' })
  reviewId: string;
}
