import type { EntityManager } from 'typeorm';
import { enqueue } from '@app/jobs';
import { DomainError } from '@app/kernel';
import { shareOrder } from '@app/orders';
import { shareBlueprint } from '@app/blueprint';
import type { Audit } from '@app/audit';
import { sendBlueprint } from '../review-jobs.definitions.js';
import type { Instruction } from '../instruction.js';
import type { Review } from '../review.entity.js';
import type { Actor } from './actor.js';

const LONGEST_REASON = 2_000;

/** The stored file must be the one that was shown, and still the current version of its order. @throws DomainError `review_file_changed`. */
export async function requireSameFile(
  manager: EntityManager,
  review: Review,
  shownSha256: string,
): Promise<void> {
  const file = await shareBlueprint(manager, review.blueprintId);
  if (file?.state !== 'rendered' || file.pdfSha256 !== shownSha256) throw fileChanged();
}

/** What was written is in the file, with a note by whoever approves. The database says so too. @throws DomainError `review_note_missing`. */
export function requireWritten({ edits, noteBy }: Review, { staffId }: Actor): void {
  if (edits !== null)
    throw new DomainError(
      'review_note_missing',
      'Changes wait that are not in the file yet. Make the new file, or take them back.',
    );
  if (noteBy !== staffId)
    throw new DomainError(
      'review_note_missing',
      'Page 15 needs a note of yours first: what you checked, and what you changed.',
    );
}

/** False for a cancelled or fully refunded order: it is not delivered any more. */
export async function lockDeliverable(manager: EntityManager, orderId: string): Promise<boolean> {
  const order = await shareOrder(manager, orderId);
  if (order?.state !== 'paid') return false;
  return order.refundedPence === 0 || order.refundedPence < (order.paidPence ?? 0);
}

/** Delivery owes the email from here on. */
export async function sendApproved(
  manager: EntityManager,
  { orderId, blueprintId }: Review,
  sha256: string,
): Promise<void> {
  const key = `send-blueprint:${blueprintId}`;
  await enqueue(manager, sendBlueprint, { orderId, blueprintId, sha256 }, { key });
}

/** The audit entry of a decision, in its transaction. */
export async function recordDecision(
  audit: Audit,
  manager: EntityManager,
  review: Review,
  action: string,
  after: object,
  actor: Actor,
  reason?: string | null,
): Promise<void> {
  await audit.record(manager, {
    staffId: actor.staffId,
    action,
    subject: { kind: 'review', id: review.id },
    before: { state: review.state, claimedBy: review.claimedBy },
    after: { ...after, orderId: review.orderId, blueprintId: review.blueprintId },
    ...(reason && { reason: reason.trim() }),
    ipAddress: actor.ipAddress,
  });
}

export const fileChanged = (): DomainError =>
  new DomainError(
    'review_file_changed',
    'The file has changed since this page was opened, so the approval was not accepted. Read the new file and decide again.',
  );

/** @throws DomainError `review_reason_missing`. */
export function required(reason: string): string {
  const text = tidy(reason);
  if (text === null)
    throw new DomainError('review_reason_missing', 'A reason is needed, so that the next person knows why.');
  return text;
}

/** Why a draft is returned: what was typed, or the instructions that go with it. @throws DomainError `review_reason_missing`. */
export const returnReason = (reason: string, { instructions }: Pick<Review, 'instructions'>): string =>
  required(reason.trim() || instructions.map(instructed).join(' '));

const instructed = ({ page, words }: Instruction): string =>
  `${page === 0 ? 'All of it' : `Page ${page}`}: ${words}`;

export const tidy = (reason: string | undefined): string | null =>
  reason?.trim().slice(0, LONGEST_REASON) || null;
