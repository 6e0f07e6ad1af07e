import { inLondon } from '@app/kernel';
import { type ScoreDifference, shownDifference } from '../recheck/split-difference.js';

/** One change of a score: from when to when, and where it came from, points. */
export interface DiaryChange<Moment = Date> {
  readonly from: Moment;
  readonly to: Moment;
  readonly difference: ScoreDifference;
}

/** Changes in whole points, oldest first, and their sum. */
export interface Diary<Moment = Date> {
  readonly changes: readonly DiaryChange<Moment>[];
  readonly whole: DiaryChange<Moment>;
}

/** A score that was changed again on the day it was given did not stand for anything: only the last of a day is put down. */
export const belongsInDiary = (completedAt: Date, now: Date): boolean =>
  inLondon(completedAt).toISODate() !== inLondon(now).toISODate();

/**
 * Changes as they are shown: the parts of each are rounded so that they sum to the change between the two scores as shown, and the whole is the
 * sum of the changes, part by part. So every line and every column adds up in whole points.
 * @param exact each begins at the score at which the one before ended; at least one.
 */
export function diaryOf<Moment>(
  exact: readonly [DiaryChange<Moment>, ...DiaryChange<Moment>[]],
): Diary<Moment> {
  const changes = exact.map((change) => ({ ...change, difference: shownDifference(change.difference) }));
  const sum = (part: 'you' | 'world' | 'method'): number =>
    changes.reduce((total, { difference }) => total + difference[part], 0);
  const [first, last] = [changes[0] ?? exact[0], changes.at(-1) ?? exact[0]];
  return {
    changes,
    whole: {
      from: first.from,
      to: last.to,
      difference: {
        before: first.difference.before,
        after: last.difference.after,
        you: sum('you'),
        world: sum('world'),
        method: sum('method'),
      },
    },
  };
}
