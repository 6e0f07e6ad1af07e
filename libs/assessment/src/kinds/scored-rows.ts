import type { QuestionEntry } from '../content/question-entry.js';
import type { Adjustment, PersonalResult } from '../result/personal-result.js';
import type { AnswerRow } from './question.js';

const signed = (points: number): string => `${points > 0 ? '+' : '−'}${Math.abs(points).toFixed(1)}`;

/** The answers of one kind beside the tasks, each with the points that it moved the score by. */
export const adjustmentRows = (
  { staff, title }: QuestionEntry,
  { adjustments }: PersonalResult,
  kind: Adjustment['kind'],
): AnswerRow[] =>
  adjustments
    .filter((each) => each.kind === kind)
    .map(({ name, answer, points }) => ({
      question: `${staff?.label ?? title}: ${name}`,
      answer: points === 0 ? answer : `${answer} (${signed(points)})`,
    }));
