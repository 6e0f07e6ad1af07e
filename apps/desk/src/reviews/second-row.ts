import { type Review, SECOND_WORDS, shortDayTime } from '@app/review';
import type { Caller } from '../access/signed-in-request.js';
import { staffName } from '../staff-name.js';

/** What the second person has to know of the first; null when none was needed. */
export function secondRow(review: Review, caller: Caller, names: ReadonlyMap<string, string>): object | null {
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
  };
}
