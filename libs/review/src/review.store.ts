import { type EntityManager, In, IsNull } from 'typeorm';
import { moveRow } from '@app/database';
import type { CheckResult } from './checks/check-result.js';
import type { PendingEdit } from './editing/pending-edit.js';
import type { Instruction } from './instruction.js';
import { OPEN_STATES, type ReviewAction, reviewMachine, type ReviewState } from './review-machine.js';
import { Review } from './review.entity.js';

/** What a review is when it is opened; nobody has claimed it yet. */
export type NewReview = Pick<Review, 'id' | 'orderId' | 'blueprintId' | 'checks' | 'promiseAt' | 'createdAt'>;

/** What a review takes over from the one before: who wrote what the draft has still. */
export type TakenOver = Pick<Review, 'editors' | 'changedShare' | 'pathChosen'>;
export const NOTHING_TAKEN_OVER: TakenOver = { editors: [], changedShare: 0, pathChosen: false };

/** What belongs to the steps of a review. */
export type ReviewFacts = Partial<Omit<Review, keyof Omit<NewReview, 'checks'> | 'state'>>;

/** What is left of a claim once it is given back. */
export const UNCLAIMED = { claimedBy: null, claimedAt: null, claimActiveAt: null } as const;

/** A review that nobody was given. */
export const NOT_GIVEN = { givenTo: null, givenBy: null, givenAt: null } as const;

/** States in which somebody reads the draft. */
const READING: ReviewState[] = ['claimed', 'second'];

/** Keeps a review in its first state. */
export async function insertReview(manager: EntityManager, review: NewReview & TakenOver): Promise<void> {
  await manager.insert(Review, {
    ...review,
    ...UNCLAIMED,
    ...NOT_GIVEN,
    state: reviewMachine.first,
    decidedBy: null,
    decidedAt: null,
    approvedSha256: null,
    reason: null,
    needsSecond: [],
    firstApprovedBy: null,
    firstApprovedAt: null,
    firstSha256: null,
    firstReason: null,
    firstPages: [],
    edits: null,
    noteBy: null,
    instructions: [],
  });
}

/** Moves a locked review on by the machine, or says why not. Whom it was given to is over with that. */
export async function moveReview(
  manager: EntityManager,
  review: Pick<Review, 'id' | 'state'>,
  action: ReviewAction,
  facts: ReviewFacts,
): Promise<'moved' | { readonly refused: string }> {
  return await moveRow(manager, Review, reviewMachine, review, action, { ...NOT_GIVEN, ...facts });
}

/** @param lock until the transaction ends. */
export async function findReview(
  manager: EntityManager,
  id: string,
  { lock = false } = {},
): Promise<Review | null> {
  return await manager.findOne(Review, {
    where: { id },
    ...(lock && { lock: { mode: 'pessimistic_write' as const } }),
  });
}

export async function reviewOfBlueprint(manager: EntityManager, blueprintId: string): Promise<Review | null> {
  return await manager.findOneBy(Review, { blueprintId });
}

/** The reviews of an order that wait for a decision, locked until the transaction ends. */
export async function lockOpenReviews(manager: EntityManager, orderId: string): Promise<Review[]> {
  return await manager.find(Review, {
    where: { orderId, state: In(OPEN_STATES) },
    lock: { mode: 'pessimistic_write' },
  });
}

/** The newest review of an order, whatever became of it. */
export async function lastReview(manager: EntityManager, orderId: string): Promise<Review | null> {
  return await manager.findOne(Review, { where: { orderId }, order: { createdAt: 'DESC' } });
}

/** The review of an order that was returned last. */
export async function lastReturned(manager: EntityManager, orderId: string): Promise<Review | null> {
  return await manager.findOne(Review, {
    where: { orderId, state: 'returned' },
    order: { decidedAt: 'DESC' },
  });
}

export async function approvedReviews(manager: EntityManager, orderId: string): Promise<Review[]> {
  return await manager.findBy(Review, { orderId, state: 'approved' });
}

/** How many drafts this person was the first to approve, and that were approved in the end. */
export async function approvalsBy(manager: EntityManager, staffId: string): Promise<number> {
  return await manager.countBy(Review, [
    { state: 'approved', firstApprovedBy: staffId },
    { state: 'approved', firstApprovedBy: IsNull(), decidedBy: staffId },
  ]);
}

/** Writes down what the checks of an undecided review found; a decided one keeps what it was decided on. */
export async function keepChecks(
  manager: EntityManager,
  id: string,
  checks: readonly CheckResult[],
): Promise<void> {
  await manager.update(Review, { id, state: In(OPEN_STATES) }, { checks: [...checks] });
}

/** The changes of words that wait for the next file of a claimed review. */
export async function keepEdits(
  manager: EntityManager,
  id: string,
  edits: readonly PendingEdit[] | null,
): Promise<void> {
  await manager.update(Review, { id, state: 'claimed' }, { edits: edits && [...edits] });
}

/** A claimed review is about the next version of its draft from now on. */
export async function keepRevision(
  manager: EntityManager,
  id: string,
  facts: Pick<Review, 'blueprintId' | 'editors' | 'changedShare' | 'noteBy' | 'pathChosen'>,
): Promise<void> {
  await manager.update(Review, { id, state: 'claimed' }, { ...facts, edits: null, checks: [] });
}

/** Notes whom a locked review is given to, or that it is nobody's any more. */
export async function keepGiven(
  manager: EntityManager,
  id: string,
  given: Pick<Review, 'givenTo' | 'givenBy' | 'givenAt'>,
): Promise<void> {
  await manager.update(Review, { id, state: In(['queued', 'second']) }, given);
}

/** What readers want of the next draft, while one is being read. */
export async function keepInstructions(
  manager: EntityManager,
  id: string,
  instructions: readonly Instruction[],
): Promise<void> {
  await manager.update(Review, { id, state: In(READING) }, { instructions: [...instructions] });
}

/** The holder of a claim is at work on it. */
export async function touchClaim(
  manager: EntityManager,
  id: string,
  claimedBy: string,
  at: Date,
): Promise<void> {
  await manager.update(Review, { id, claimedBy, state: 'claimed' }, { claimActiveAt: at });
}

/** Claims that nobody has touched since a moment, locked until the transaction ends; one that somebody is at work on is left out. */
export async function lapsedClaims(
  manager: EntityManager,
  activeUntil: Date,
): Promise<Pick<Review, 'id' | 'state' | 'claimedBy'>[]> {
  return await manager.query<Pick<Review, 'id' | 'state' | 'claimedBy'>[]>(
    `select id, state, claimed_by as "claimedBy" from reviews where state = 'claimed' and claim_active_at <= $1
     order by id for update skip locked`,
    [activeUntil],
  );
}
