import type { Answers } from '../answers/answers.js';
import type { FieldEntry } from '../content/field-entry.js';
import type { QuestionEntry } from '../content/question-entry.js';
import { choicesOf, type FieldsForm, type FieldValue, formOf } from './field-rules.js';
import { type AnswerRow, listIn, type Question, textIn, type Typed } from './question.js';

/**
 * A page of fields, each of which may be left blank. The answers lie under the names of the fields, or all together under the one key that
 * the entry names.
 */
export function fieldsQuestion(entry: QuestionEntry): Question<FieldsForm> {
  const { fields = [] } = entry;
  const keys = entry.saves ?? [entry.id];
  const flat = fields.every(({ id }) => keys.includes(id));
  const [together = entry.id] = keys;
  const saved = (answers: Answers): Readonly<Record<string, unknown>> => {
    const all = answers as Readonly<Record<string, unknown>>;
    return flat ? all : { ...(all[together] as object | undefined) };
  };
  const order = entry.told ?? fields.map(({ id }) => id);
  const inOrder = order.flatMap((id) => fields.filter((each) => each.id === id));
  if (inOrder.length !== fields.length)
    throw new Error(`Question ${entry.id}: "told" must name every field.`);
  if (!flat && keys.length > 1)
    throw new Error(`Question ${entry.id}: name every field in "saves", or one key.`);

  return {
    entry,
    keys,
    form: formOf(fields),
    typed: ({ answers }) => typedOf(fields, saved(answers)),
    page: (_context, typed) => ({
      template: 'fields',
      data: { fields: fields.map((field) => fieldView(field, typed)) },
    }),
    read: (form) => {
      const given = fields.flatMap(({ id }): [string, FieldValue][] => {
        const value = form[id];
        return value === undefined || (Array.isArray(value) && value.length === 0) ? [] : [[id, value]];
      });
      const values = Object.fromEntries(given);
      return { answers: flat ? values : given.length > 0 ? { [together]: values } : {} };
    },
    told: ({ answers }) => {
      const values = saved(answers);
      return inOrder.map((field) => ({
        question: field.check ?? field.label,
        answer: wordsFor(field, values[field.id], field.says),
      }));
    },
    staff: ({ answers }) => {
      const values = saved(answers);
      return inOrder.flatMap((field): AnswerRow[] => {
        const words = wordsFor(field, values[field.id], field.staffSays ?? field.says);
        const question = field.staff ?? field.check ?? field.label;
        return words.length === 0 || question === 'none' ? [] : [{ question, answer: words.join('; ') }];
      });
    },
  };
}

function typedOf(fields: readonly FieldEntry[], values: Readonly<Record<string, unknown>>): Typed {
  const asTyped = (value: unknown): string =>
    typeof value === 'number' ? String(value) : typeof value === 'string' ? value : '';
  return Object.fromEntries(
    fields.map(({ id }) => {
      const value = values[id];
      return [id, Array.isArray(value) ? value.map(asTyped) : asTyped(value)];
    }),
  );
}

function fieldView(field: FieldEntry, typed: Typed): object {
  const { id, kind, label, hint, before, after, blank } = field;
  const chosen = listIn(typed, id);
  return {
    id,
    kind: kind === 'whole' || kind === 'decimal' ? 'number' : kind,
    inputmode: kind === 'whole' ? 'numeric' : 'decimal',
    label,
    hint,
    before,
    after,
    no_answer: blank,
    value: textIn(typed, id),
    choices: choicesOf(field).map((choice) => ({ ...choice, chosen: chosen.includes(choice.id) })),
  };
}

/** What was chosen or given, in words; empty when it was left blank. */
function wordsFor(field: FieldEntry, value: unknown, says = '{}'): string[] {
  if (typeof value === 'number') return [says.replace('{}', value.toLocaleString('en-GB'))];
  const words = new Map(choicesOf(field).map((choice) => [choice.id, choice.words]));
  return [value].flat().flatMap((id) => (typeof id === 'string' ? (words.get(id) ?? []) : []));
}
