import type { Week, WeekPart } from './week.js';

/** A part of a week, for the tests of what is worked out from weeks: all of it stated, typical as stated. */
export const part = (taskId: string, changes: Partial<WeekPart> = {}): WeekPart => {
  const share = changes.share ?? 0.5;
  return {
    taskId,
    name: `Task ${taskId}`,
    typicalShare: share,
    statedShare: share,
    share,
    exposure: 50,
    exposureIn5Years: 60,
    sd: 10,
    tools: [],
    own: false,
    ...changes,
  };
};

export const aWeek = (parts: readonly WeekPart[], changes: Partial<Week> = {}): Week => ({
  detail: 'exact',
  parts,
  occupationScore: 50,
  ...changes,
});
