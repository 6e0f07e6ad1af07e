import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** `words`: changed words; `note`: a note for page 15, with whatever words waited; `paths`: other paths; `anew`: from the answers anew. */
export type Making = 'words' | 'note' | 'paths' | 'anew';

/** A version of a draft that somebody made at the desk: by whom, how and why. */
@Entity('made_versions')
@Index('made_versions_by_review', ['reviewId'])
@Index('made_versions_by_maker', ['madeBy'])
export class MadeVersion {
  @PrimaryColumn('uuid', { name: 'blueprint_id' })
  blueprintId: string;

  /** The review in which it was made. */
  @Column('uuid', { name: 'review_id' })
  reviewId: string;

  @Column('uuid', { name: 'made_by' })
  madeBy: string;

  @Column('text')
  how: Making;

  /** The reason for a choice or the instruction for a draft made anew; '' where none was asked. */
  @Column('text')
  words: string;

  @Column('timestamptz')
  at: Date;
}
