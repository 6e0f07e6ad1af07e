import { SKILL_RATING_WORDS, type SkillRating, SKILL_RATINGS } from '../answers/skill-ratings.js';
import type { QuestionEntry } from '../content/question-entry.js';
import type { SkillQuestion } from '../skills/skill-questions.js';
import { type ChoiceRow, chosenIn, rowsPage } from './choice-rows.js';
import { FieldsBeginning } from './form-fields.js';
import type { Question, QuestionContext, Told } from './question.js';

const PREFIX = 'skill_';
/** Element ids hold dots; a field's id is also a place on the page. */
const dashed = (id: string): string => id.replaceAll('.', '-');

/** One field for each skill that is asked of the job. */
class SkillsForm {
  @FieldsBeginning(PREFIX)
  ratings: ReadonlyMap<string, string>;
}

const rowsOf = (skills: readonly SkillQuestion[]): (ChoiceRow & { readonly id: string })[] =>
  skills.map(({ id, name, words }) => ({ id: dashed(id), field: PREFIX + dashed(id), name, hint: words }));

/** Skills chosen for the job and its paths. Where none can be asked, the page says why. */
export const skillsQuestion = (entry: QuestionEntry): Question<SkillsForm> => ({
  entry,
  keys: entry.saves ?? [entry.id],
  form: SkillsForm,
  typed: (context) =>
    Object.fromEntries(
      Object.entries(savedRatings(context)).map(([id, rating]) => [PREFIX + dashed(id), String(rating)]),
    ),
  page: (context, typed) => {
    const asked = context.skillQuestions();
    return 'notAsked' in asked
      ? { template: 'not-asked', title: entry.titleNotAsked, data: { not_asked: asked.notAsked } }
      : rowsPage(entry, rowsOf(asked.questions), typed);
  },
  read: (form, context) => {
    const asked = context.skillQuestions();
    const { occupation } = context;
    if (!occupation || 'notAsked' in asked) return { answers: {} };
    const read = chosenIn(form.ratings, rowsOf(asked.questions), SKILL_RATINGS.map(String));
    if ('problems' in read) return read;
    const ratings = Object.fromEntries(
      asked.questions.flatMap(({ id }): [string, SkillRating][] => {
        const rating = SKILL_RATINGS.find((each) => String(each) === read.chosen[dashed(id)]);
        return rating === undefined ? [] : [[id, rating]];
      }),
    );
    return Object.keys(ratings).length > 0
      ? { answers: { skills: { occupationSlug: occupation.slug, ratings } } }
      : { answers: {} };
  },
  told: (context) => [told(entry.check ?? entry.title, context)],
  staff: ({ result }) =>
    (result.skills ?? []).map(({ name, rating, usual }) => ({
      question: `${entry.staff?.label ?? entry.title}: ${name}`,
      answer: `${SKILL_RATING_WORDS[rating]} (${rating}; usual ${usual.toFixed(1)})`,
    })),
});

const savedRatings = ({
  answers: { skills },
  occupation,
}: QuestionContext): Readonly<Record<string, SkillRating>> =>
  skills !== undefined && skills.occupationSlug === occupation?.slug ? skills.ratings : {};

/** Ratings by skill; for skills that are not asked, the reason in place of an answer. */
function told(question: string, context: QuestionContext): Told {
  const asked = context.skillQuestions();
  if ('notAsked' in asked) return { question, answer: [`Not asked. ${asked.notAsked}`], fixed: true };
  const ratings = savedRatings(context);
  const named = asked.questions.flatMap(({ id, name }) => {
    const rating = ratings[id];
    return rating ? [`${name}: ${SKILL_RATING_WORDS[rating]}`] : [];
  });
  const count = Object.keys(ratings).length;
  return { question, answer: named.length > 0 ? named : count > 0 ? [`${count} rated`] : [] };
}
