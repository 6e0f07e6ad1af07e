import { anybodySecond, type Review, SECOND_WORDS, shortDayTime } from '@app/review';
import type { Staff } from '@app/staff';
import type { Caller } from '../access/signed-in-request.js';
import { staffName } from '../staff-name.js';

/** What a template shows of the first approval, and whether whoever looks may give the second. */
interface SecondRow {
  readonly first: string;
  readonly at: string;
  readonly why: string;
  readonly reason: string;
  readonly pages: string;
  readonly read: number;
  readonly sha256: string;
  readonly mine: boolean;
  readonly editor: boolean;
  readonly can: boolean;
  /** Nobody may be the second person, as accounts are now. */
  readonly nobody: boolean;
}

/** What the second person has to know of the first; null when none was needed. */
export function secondRow(
  review: Review,
  caller: Caller,
  names: ReadonlyMap<string, string>,
  active: readonly Pick<Staff, 'id' | 'roles'>[],
): SecondRow | null {
  if (review.firstApprovedBy === null || review.firstApprovedAt === null) return null;
  const mine = review.firstApprovedBy === caller.staffId;
  const editor = review.editors.includes(caller.staffId);
  return {
    first: staffName(names, review.firstApprovedBy),
    at: shortDayTime(review.firstApprovedAt),
    why: review.needsSecond.map((reason) => SECOND_WORDS[reason]).join(', and '),
    reason: review.firstReason ?? '',
    pages: review.firstPages.join(', '),
    read: review.firstPages.length,
    sha256: review.firstSha256 ?? '',
    mine,
    editor,
    can: review.state === 'second' && caller.permissions.has('reviews.second') && !mine && !editor,
    nobody: review.state === 'second' && !anybodySecond(active, review.firstApprovedBy, review.editors),
  };
}
