import type { Answers } from './answers.js';

const BETWEEN_JOBS =
  /\b(between jobs|unemployed|out of work|not working|redundan\w+|jobseeker|looking for (a job|work))\b/i;

/** Whether somebody said in place of a title that they have no work now: there is no job to stay in and no week to reshape. */
export const isBetweenJobs = ({ jobTitle = '' }: Pick<Answers, 'jobTitle'>): boolean =>
  BETWEEN_JOBS.test(jobTitle);
