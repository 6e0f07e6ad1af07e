import { stableJson } from '@app/kernel';
import { type Answers, type Screen, SCREEN_KEYS, type ScreenAnswers } from '../answers/answers.js';

/** The answers with one screen's keys replaced and every other screen's untouched. A key that is left out was left blank. */
export function mergeScreen<S extends Screen>(answers: Answers, screen: S, given: ScreenAnswers<S>): Answers {
  const keys: readonly string[] = SCREEN_KEYS[screen];
  const kept = Object.entries(answers).filter(([key]) => !keys.includes(key));
  const own = Object.entries(given).filter(([key, value]) => keys.includes(key) && value !== undefined);
  return Object.fromEntries([...kept, ...own]);
}

/** Whether a screen already holds just these answers: a double click or a reload saves nothing new. */
export const sameScreen = (answers: Answers, merged: Answers): boolean =>
  stableJson(answers) === stableJson(merged);
