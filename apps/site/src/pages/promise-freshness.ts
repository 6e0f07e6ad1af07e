import { promiseFor, unlessExhausted } from '@app/kernel';

/** How long a page that shows the promise may be kept, in seconds, at most. */
const LONGEST = 300;

/** Seconds until the promise shown now would be another one (at the cut-off), at most {@link LONGEST}: no reader sees a promise that has passed. */
export function promiseFreshFor(now: Date): number {
  const shown = promisedBy(now);
  const same = (seconds: number): boolean => promisedBy(new Date(now.getTime() + seconds * 1_000)) === shown;
  if (same(LONGEST)) return LONGEST;
  let [good, bad] = [0, LONGEST];
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (same(middle)) good = middle;
    else bad = middle;
  }
  return good;
}

/** Null past the end of the calendar, where nothing is promised. */
const promisedBy = (now: Date): number | null =>
  unlessExhausted(() => promiseFor(now))?.promiseAt.getTime() ?? null;
