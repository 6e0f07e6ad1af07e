import { withArticle } from '@app/kernel';
import type { Answers } from './answers.js';

const SAYS_SO =
  /\b(between jobs|unemployed|out of work|not working|redundan\w+|jobseeker|looking for (a job|work))\b/i;

/** What stands in place of a title of somebody who has no work now and names none. */
export const BETWEEN_JOBS_TITLE = 'Between jobs';

/** The same of somebody who names the job they had: "Between jobs, was a nurse". */
export const betweenJobsTitle = (title: string): string => `${BETWEEN_JOBS_TITLE}, was ${withArticle(title)}`;

/** Whether somebody said in place of a title that they have no work now: there is no job to stay in and no week to reshape. */
export const isBetweenJobs = ({ jobTitle = '' }: Pick<Answers, 'jobTitle'>): boolean =>
  SAYS_SO.test(jobTitle);

/** Words around the work itself: "Between jobs (I was in accounts payable)". */
const AROUND = /^\W*(and\s+)?(i\s+)?(was|used to be|used to work|worked|am|’m|'m)?\s*(in|as|an?)?\s+(?=\S)/i;

/** What somebody says of their work in place of a title, without what they say of having none now; '' when nothing is left. */
export function workOf(jobTitle: string): string {
  if (!isBetweenJobs({ jobTitle })) return jobTitle;
  const left = ` ${jobTitle.replace(SAYS_SO, ' ')} `.replace(AROUND, '');
  return left.replace(/^\W+|\W+$/g, '');
}
