import { isBetweenJobs } from '../answers/between-jobs.js';
import type { Answers } from '../answers/answers.js';
import { betweenJobsWords } from '../content/between-jobs-words.js';
import type { QuestionEntry } from '../content/question-entry.js';
import type { Question, QuestionKind } from '../kinds/question.js';

/** Whether the question is asked of this person at all: some are about work that is done now. */
export const fits = ({ entry: { betweenJobs } }: Question, answers: Answers): boolean =>
  betweenJobs?.asked !== false || !isBetweenJobs(answers);

/** A question in the words that suit the person: whoever is between jobs is asked of work that was, or is not asked. */
export function suited(entry: QuestionEntry, kind: QuestionKind): Question {
  const question = kind(entry);
  if (!entry.betweenJobs) return question;
  const other = kind(betweenJobsWords(entry));
  const of = (answers: Answers): Question => (isBetweenJobs(answers) ? other : question);
  return {
    ...question,
    page: (context, typed) => {
      const { entry: words, page } = of(context.answers);
      const shown = page(context, typed);
      return {
        ...shown,
        title: shown.title ?? words.title,
        hint: shown.hint ?? words.hint,
        skip: words.skip,
      };
    },
    told: (context) => (fits(question, context.answers) ? of(context.answers).told(context) : []),
    staff: (completed) => (fits(question, completed.answers) ? of(completed.answers).staff(completed) : []),
  };
}
