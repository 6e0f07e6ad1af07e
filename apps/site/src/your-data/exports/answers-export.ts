import type { AnswerLine, Answers, PersonalResult } from '@app/assessment';

/** Answers and result as their owner reads them, and as we keep them. */
export interface AnswersExport {
  readonly answersInWords: readonly { readonly question: string; readonly answer: readonly string[] }[];
  readonly answers: Answers;
  readonly result: PersonalResult | null;
}

export const NOTES_ON_ANSWERS: Readonly<Record<string, string>> = {
  answersInWords:
    'Each question with your answer, as the page "Check your answers" shows them. An empty list: you left it blank.',
  answers: 'The same answers as they are stored, with the short names that the scoring uses.',
  result:
    'Your result as it was worked out: the score (0 to 100) with its likely range, what moves it, and your options. The method is at /method.',
};

export const answersExport = (
  answers: Answers,
  result: PersonalResult | null,
  told: readonly AnswerLine[],
): AnswersExport => ({
  answersInWords: told.map(({ question, answer }) => ({ question, answer })),
  answers,
  result,
});
