import { OTHER_WORK, type Week, type WeekPart } from './week.js';

/** How many tasks the question about AI tools is asked of. */
const ASKED = 3;

/** The largest parts of the week as scored, largest first; work that was not named cannot be asked about. */
export const biggestParts = ({ parts }: Week): WeekPart[] =>
  parts
    .filter(({ taskId, share }) => taskId !== OTHER_WORK && share > 0)
    .sort((a, b) => b.share - a.share)
    .slice(0, ASKED);
