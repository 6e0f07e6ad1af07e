import { AI_USE_SHORT, AI_USES } from '../answers/ai-use.js';
import type { QuestionEntry } from '../content/question-entry.js';
import { type ChoiceRow, chosenIn, rowsPage } from './choice-rows.js';
import { FieldsBeginning } from './form-fields.js';
import type { Question, QuestionContext } from './question.js';
import { adjustmentRows } from './scored-rows.js';

const PREFIX = 'use_';

/** One field for each of the person's biggest tasks. */
class AiToolsForm {
  @FieldsBeginning(PREFIX)
  uses: ReadonlyMap<string, string>;
}

const rowsOf = (context: QuestionContext): (ChoiceRow & { readonly id: string })[] =>
  context.biggestTasks().map(({ taskId, name }) => ({ id: taskId, field: PREFIX + taskId, name }));

/** What AI tools do today of the biggest tasks. Answers given for another job are kept, and not used. */
export const aiToolsQuestion = (entry: QuestionEntry): Question<AiToolsForm> => ({
  entry,
  keys: entry.saves ?? [entry.id],
  form: AiToolsForm,
  typed: ({ answers: { aiUse }, subject }) =>
    Object.fromEntries(
      Object.entries(aiUse?.subject === subject?.slug ? (aiUse?.tasks ?? {}) : {}).map(([id, use]) => [
        PREFIX + id,
        use,
      ]),
    ),
  page: (context, typed) => {
    const typical = context.answers.tasks === undefined || context.subject?.family !== undefined;
    return { ...rowsPage(entry, rowsOf(context), typed), hint: typical ? entry.hintTypical : entry.hint };
  },
  read: ({ uses }, context) => {
    const read = chosenIn(uses, rowsOf(context), AI_USES);
    if ('problems' in read) return read;
    const subject = context.subject?.slug;
    return subject !== undefined && Object.keys(read.chosen).length > 0
      ? { answers: { aiUse: { subject, tasks: read.chosen } } }
      : { answers: {} };
  },
  told: (context) => {
    const { answers, subject } = context;
    const uses = answers.aiUse?.subject === subject?.slug ? answers.aiUse?.tasks : undefined;
    const answer = context.biggestTasks().flatMap(({ taskId, name }) => {
      const use = uses?.[taskId];
      return use ? [`${name}: ${AI_USE_SHORT[use]}`] : [];
    });
    return [{ question: entry.check ?? entry.title, answer }];
  },
  staff: ({ result }) => adjustmentRows(entry, result, 'ai use'),
});
