import { setTimeout } from 'node:timers/promises';

/** Longer than the work behind such an answer takes, and short for a person. Milliseconds. */
const ANSWER_TIME = 250;

/** Does the work in at least {@link ANSWER_TIME}, so that the time of an answer does not tell what was found. */
export async function inAnswerTime<Result>(work: Promise<Result>): Promise<Result> {
  const [found] = await Promise.all([work, setTimeout(ANSWER_TIME)]);
  return found;
}
