import { stableJson } from '@app/kernel';
import type { Answers } from '../answers/answers.js';

/** The answers with one question's keys replaced and every other's untouched. A key that is left out was left blank. */
export function mergeScreen(answers: Answers, keys: readonly string[], given: Answers): Answers {
  const kept = Object.entries(answers).filter(([key]) => !keys.includes(key));
  const own = Object.entries(given).filter(([key, value]) => keys.includes(key) && value !== undefined);
  return Object.fromEntries([...kept, ...own]);
}

/** Whether a question already has just these answers: a double click or a reload saves nothing new. */
export const sameScreen = (answers: Answers, merged: Answers): boolean =>
  stableJson(answers) === stableJson(merged);
