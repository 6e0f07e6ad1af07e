import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { CheckResult } from './checks/check-result.js';
import type { Instruction } from './instruction.js';
import type { PendingEdit } from './editing/pending-edit.js';
import type { SecondReason } from './decisions/second-rule.js';
import type { ReviewState } from './review-machine.js';

/** The review of one rendered blueprint. An order has at most one open review. */
@Entity('reviews')
@Index('reviews_one_open_per_order', ['orderId'], {
  unique: true,
  where: `state in ('queued', 'claimed', 'second', 'held')`,
})
@Index('reviews_by_order', ['orderId'])
@Index('reviews_by_note_writer', ['noteBy'], { where: 'note_by is not null' })
export class Review {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'order_id' })
  orderId: string;

  @Column('uuid', { name: 'blueprint_id', unique: true })
  blueprintId: string;

  @Column('text')
  state: ReviewState;

  @Column('jsonb', { default: [] })
  checks: CheckResult[];

  /** Copied from the order, whose promise never moves, so that the queue is read by one index. */
  @Column('timestamptz', { name: 'promise_at' })
  promiseAt: Date;

  @Column('uuid', { name: 'claimed_by', nullable: true })
  claimedBy: string | null;

  @Column('timestamptz', { name: 'claimed_at', nullable: true })
  claimedAt: Date | null;

  /** When the claimer last did something with it; two hours later the claim lapses. */
  @Column('timestamptz', { name: 'claim_active_at', nullable: true })
  claimActiveAt: Date | null;

  @Column('uuid', { name: 'decided_by', nullable: true })
  decidedBy: string | null;

  @Column('timestamptz', { name: 'decided_at', nullable: true })
  decidedAt: Date | null;

  /** The file that was approved; the database ties it to the bytes that are stored. */
  @Column('char', { name: 'approved_sha256', length: 64, nullable: true })
  approvedSha256: string | null;

  /** Why it was held or returned, or why it was approved in spite of an amber check. */
  @Column('text', { nullable: true })
  reason: string | null;

  /** Why a second person is needed; empty when nobody is. */
  @Column('text', { name: 'needs_second', array: true, default: [] })
  needsSecond: SecondReason[];

  @Column('uuid', { name: 'first_approved_by', nullable: true })
  firstApprovedBy: string | null;

  @Column('timestamptz', { name: 'first_approved_at', nullable: true })
  firstApprovedAt: Date | null;

  /** The file the first person approved; the second approves the same or none. */
  @Column('char', { name: 'first_sha256', length: 64, nullable: true })
  firstSha256: string | null;

  /** What the first person wrote for the second. */
  @Column('text', { name: 'first_reason', nullable: true })
  firstReason: string | null;

  /** The pages the first person ticked as read. */
  @Column('integer', { name: 'first_pages', array: true, default: [] })
  firstPages: number[];

  /** Who changed words in it; none of them may be the second. */
  @Column('uuid', { array: true, default: [] })
  editors: string[];

  /** The whole list of changed words that the next file will have; null while nothing waits. */
  @Column('jsonb', { nullable: true })
  edits: PendingEdit[] | null;

  /** Who wrote the note that is in the file. */
  @Column('uuid', { name: 'note_by', nullable: true })
  noteBy: string | null;

  /** How much of the draft's text is not the draft's any more, 0 to 1. */
  @Column('double precision', { name: 'changed_share', default: 0 })
  changedShare: number;

  /** Whom it was given to by hand, before anybody begins; see {@link keptFor}. A step on ends it. */
  @Column('uuid', { name: 'given_to', nullable: true })
  givenTo: string | null;

  @Column('uuid', { name: 'given_by', nullable: true })
  givenBy: string | null;

  @Column('timestamptz', { name: 'given_at', nullable: true })
  givenAt: Date | null;
  /** Whether its draft has other paths than the ranking gives; such a one needs a second person. */
  @Column('boolean', { name: 'path_chosen', default: false })
  pathChosen: boolean;

  /** What readers of this draft want of the next, in the order written. */
  @Column('jsonb', { default: [] })
  instructions: Instruction[];

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}
