import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * The frame of a sentence, what one is filled with or a name that somebody has read in a draft, as a keyed fingerprint: nothing of a customer can be
 * read from it.
 */
@Entity('read_sentences')
@Index('read_sentences_by_fingerprint', ['fingerprint'])
export class ReadSentence {
  @PrimaryColumn('uuid', { name: 'staff_id' })
  staffId: string;

  @PrimaryColumn('bytea')
  fingerprint: Buffer;

  /** The review in which it was first read, and whose approval lets it count for colleagues. */
  @Column('uuid', { name: 'review_id' })
  reviewId: string;
}
