import type { Assessment } from '@app/assessment';
import { PAGES } from './questions.js';

const AFTER_THE_FIRST_RESULT = ['aiUse', 'demands', 'work', 'skills', 'interests', 'moving'] as const;

/** The first page that has not been saved yet, or the result. */
export function whereToGoOn({ answers, completedAt, screenRevisions: saved }: Assessment): string {
  if (completedAt !== null) return PAGES.result;
  if (answers.occupationSlug === undefined) {
    if (answers.familyId === undefined) return PAGES.job;
  } else if (
    saved.tasks === undefined ||
    (answers.tasks !== undefined && answers.tasksFor !== answers.occupationSlug)
  ) {
    return PAGES.tasks;
  } else if (saved.week === undefined && answers.tasks !== undefined) {
    return PAGES.week;
  }
  const next = AFTER_THE_FIRST_RESULT.find((screen) => saved[screen] === undefined);
  if (next === undefined) return PAGES.check;
  return next === AFTER_THE_FIRST_RESULT[0] ? PAGES.first : PAGES[next];
}
