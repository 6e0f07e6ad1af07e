import { permissionsOf, type Staff } from '@app/staff';
import type { CheckLevel } from '../checks/check-result.js';

/** Why a draft needs a second person. */
export const SECOND_REASONS = ['override', 'chosen', 'edited', 'new_reviewer', 'drawn'] as const;
export type SecondReason = (typeof SECOND_REASONS)[number];

export const SECOND_WORDS: Readonly<Record<SecondReason, string>> = {
  override: 'a check was amber',
  chosen: 'other paths than the ranking gives were chosen',
  edited: 'more than a fifth of its text was changed',
  new_reviewer: 'its reviewer is new',
  drawn: 'it was drawn at random',
};

/** More of the text than this, and somebody else must read it too. */
const MUCH = 0.2;

/** Whether anybody who may sign in could be the second person: with the permission, not the first, and no editor. Pure. */
export const anybodySecond = (
  active: readonly Pick<Staff, 'id' | 'roles'>[],
  first: string,
  editors: readonly string[],
): boolean =>
  active.some(
    ({ id, roles }) => id !== first && !editors.includes(id) && permissionsOf(roles).has('reviews.second'),
  );

/** How strict we are. */
export interface SecondPolicy {
  /** Of a reviewer's first so many approvals each needs a second person. */
  readonly firstApprovals: number;
  /** Of every hundred drafts so many are drawn. */
  readonly percent: number;
}

export interface FirstApproval {
  readonly worst: CheckLevel;
  readonly changedShare: number;
  /** Whether a reviewer chose its paths. */
  readonly pathChosen: boolean;
  /** How many drafts its reviewer had approved before. */
  readonly approvedBefore: number;
  readonly sha256: string;
}

/**
 * What a second person is needed for; empty when nobody is. Pure. The draw is in the file's own fingerprint, so that nobody chooses it: the
 * first eight hexadecimal digits as a share of all there could be.
 */
export function secondReasons(
  { worst, changedShare, pathChosen, approvedBefore, sha256 }: FirstApproval,
  { firstApprovals, percent }: SecondPolicy,
): SecondReason[] {
  const needs: Readonly<Record<SecondReason, boolean>> = {
    override: worst === 'amber',
    chosen: pathChosen,
    edited: changedShare > MUCH,
    new_reviewer: approvedBefore < firstApprovals,
    drawn: Number.parseInt(sha256.slice(0, 8), 16) / 2 ** 32 < percent / 100,
  };
  return SECOND_REASONS.filter((reason) => needs[reason]);
}
