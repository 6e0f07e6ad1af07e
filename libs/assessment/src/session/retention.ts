const DAY = 24 * 60 * 60 * 1000;

/** An unfinished assessment is kept this long after the last save. */
export const UNFINISHED_DAYS = 90;
/** A finished one this long after it was finished. */
export const FINISHED_DAYS = 365;

export const expiryOf = (lastSaved: Date, finished: boolean): Date =>
  new Date(lastSaved.getTime() + (finished ? FINISHED_DAYS : UNFINISHED_DAYS) * DAY);
