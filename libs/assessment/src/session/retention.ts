import { plusDays, plusMonths, RETENTION } from '@app/kernel';

/** An unfinished assessment is kept this long after the last save. */
export const UNFINISHED_DAYS = RETENTION.unfinishedAssessmentDays;
/** A finished one this long after it was finished, or after its owner asked to keep it longer. */
export const FINISHED_MONTHS = RETENTION.savedAssessmentMonths;

export const expiryOf = (lastSaved: Date, finished: boolean): Date =>
  finished ? plusMonths(lastSaved, FINISHED_MONTHS) : plusDays(lastSaved, UNFINISHED_DAYS);
