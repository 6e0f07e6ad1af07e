import { BLOCKER_WORDS, type OrderBlocker } from '@app/orders';
import { shortDayTime } from '@app/review';
import { staffName } from '../staff-name.js';

/** A blocker as the pages of the desk show it. */
export interface BlockerRow {
  readonly kind: string;
  readonly word: string;
  /** "The customer has given notice of cancellation". */
  readonly what: string;
  readonly todo: string;
  readonly reason: string;
  readonly since: string;
  readonly by: string;
  /** Null while it stands. */
  readonly ended: { readonly at: string; readonly by: string; readonly reason: string } | null;
}

/** @param names of staff by their id. */
export const blockerRows = (
  blockers: readonly OrderBlocker[],
  names: ReadonlyMap<string, string>,
): BlockerRow[] => {
  const who = (id: string | null): string => staffName(names, id);
  return blockers.map(({ kind, reason, openedAt, openedBy, endedAt, endedBy, endedReason }) => {
    const { word, what, todo } = BLOCKER_WORDS[kind];
    return {
      kind,
      word,
      what: what.charAt(0).toUpperCase() + what.slice(1),
      todo,
      reason,
      since: shortDayTime(openedAt),
      by: who(openedBy),
      ended: endedAt && { at: shortDayTime(endedAt), by: who(endedBy), reason: endedReason ?? '' },
    };
  });
};
