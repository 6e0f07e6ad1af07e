import { INTEREST_STATEMENT_IDS, INTEREST_STATEMENTS } from '../answers/interest-statements.js';
import type { QuestionEntry } from '../content/question-entry.js';
import { interestProfile } from '../interests/interest-profile.js';
import { rowsQuestion } from './choice-rows.js';
import type { Question } from './question.js';

/** What a person likes. Told as what was liked and how many were answered: eighteen lines would bury the rest. */
export const interestsQuestion = (entry: QuestionEntry): Question => {
  const rows = rowsQuestion(entry);
  return {
    ...rows,
    told: ({ answers: { interests = {} } }) => {
      const answered = INTEREST_STATEMENT_IDS.filter((id) => interests[id] !== undefined);
      const liked = answered.filter((id) => interests[id] === 'like');
      const answer = [
        ...liked.map((id) => INTEREST_STATEMENTS[id].name),
        `${liked.length} liked of the ${answered.length} you answered`,
        ...(interestProfile(interests)
          ? []
          : ['Too few to draw a profile from: it needs two answers on each of the six themes']),
      ];
      return [{ question: entry.check ?? entry.title, answer: answered.length > 0 ? answer : [] }];
    },
    staff: ({ answers: { interests = {} } }) => {
      const liked = INTEREST_STATEMENT_IDS.filter((id) => interests[id] === 'like');
      return liked.length === 0
        ? []
        : [
            {
              question: entry.staff?.label ?? entry.title,
              answer: liked.map((id) => INTEREST_STATEMENTS[id].name).join('; '),
            },
          ];
    },
  };
};
