import type { QuestionEntry } from '../content/question-entry.js';
import { rowsQuestion } from './choice-rows.js';
import type { Question } from './question.js';
import { adjustmentRows } from './scored-rows.js';

/** What the work demands that slows tools down. The reviewer reads with each answer what it moves. */
export const demandsQuestion = (entry: QuestionEntry): Question => ({
  ...rowsQuestion(entry),
  staff: ({ result }) => adjustmentRows(entry, result, 'demand'),
});
