import { IsIn, IsOptional } from 'class-validator';
import type { Answers } from '../answers/answers.js';
import type { ChoiceEntry } from '../content/field-entry.js';
import type { QuestionEntry } from '../content/question-entry.js';
import { type Problem, type Question, type QuestionPage, textIn, type Typed } from './question.js';

/** A row of radio buttons: one thing asked, with the answers all rows of a page share. */
export interface ChoiceRow {
  /** Name of the field, and the id of its first button, where an error points. */
  readonly field: string;
  readonly name: string;
  readonly hint?: string | undefined;
}

export type RowsForm = Readonly<Record<string, string | undefined>>;

export const rowRefused = (name: string): string =>
  `Choose one of the answers for “${name}”, or leave them all unchosen`;

/** A class with the rules of these rows. Make it once a question: class-validator keeps every class it has seen. */
export function rowsForm(rows: readonly ChoiceRow[], choices: readonly ChoiceEntry[]): new () => RowsForm {
  class Form {}
  for (const { field, name } of rows) {
    IsIn(
      choices.map(({ id }) => id),
      { message: rowRefused(name) },
    )(Form.prototype, field);
    IsOptional()(Form.prototype, field);
  }
  return Form as new () => RowsForm;
}

export const rowsPage = (
  { choices = [], blank, look }: QuestionEntry,
  rows: readonly ChoiceRow[],
  typed: Typed,
): QuestionPage => ({
  template: 'rows',
  data: {
    rows: rows.map((row) => ({ ...row, value: textIn(typed, row.field) })),
    choices: choices.map(({ id, words }) => ({ id, words })),
    no_answer: blank ?? null,
    look: look ?? null,
  },
});

/** The answers of rows that depend on the person, by row, or which of them are none. A row may be left alone. */
export function chosenIn<Id extends string>(
  given: ReadonlyMap<string, string>,
  rows: readonly (ChoiceRow & { readonly id: string })[],
  allowed: readonly Id[],
): { readonly chosen: Readonly<Record<string, Id>> } | { readonly problems: readonly Problem[] } {
  const answered = rows.flatMap(({ id, field, name }) => {
    const value = given.get(id) ?? '';
    return value === '' ? [] : [{ id, field, name, choice: allowed.find((each) => each === value) }];
  });
  const problems = answered.flatMap(({ field, name, choice }) =>
    choice === undefined ? [{ field, message: rowRefused(name) }] : [],
  );
  if (problems.length > 0) return { problems };
  return {
    chosen: Object.fromEntries(
      answered.flatMap(({ id, choice }) => (choice === undefined ? [] : [[id, choice]])),
    ),
  };
}

/** Several things asked with the same answers. They lie together under the key that the entry names. */
export function rowsQuestion(entry: QuestionEntry): Question<RowsForm> {
  const { rows: entries = [], choices = [] } = entry;
  const rows = entries.map(({ id, name, hint }) => ({ field: id, name, hint }));
  const keys = entry.saves ?? [entry.id];
  const [key = entry.id] = keys;
  const words = new Map(choices.map((choice) => [choice.id, choice.words]));
  const answered = (answers: Answers): { readonly name: string; readonly words: string }[] => {
    const saved = savedRows(answers, key);
    return rows.flatMap(({ field, name }) => {
      const said = words.get(saved[field] ?? '');
      return said === undefined ? [] : [{ name, words: said }];
    });
  };
  return {
    entry,
    keys,
    form: rowsForm(rows, choices),
    typed: ({ answers }) => savedRows(answers, key),
    page: (_context, typed) => rowsPage(entry, rows, typed),
    read: (form) => {
      const chosen = rows.flatMap(({ field }): [string, string][] => {
        const choice = form[field];
        return choice === undefined ? [] : [[field, choice]];
      });
      return { answers: chosen.length > 0 ? { [key]: Object.fromEntries(chosen) } : {} };
    },
    told: ({ answers }) => [
      {
        question: entry.check ?? entry.title,
        answer: answered(answers).map((row) => `${row.name}: ${row.words.toLowerCase()}`),
      },
    ],
    staff: ({ answers }) =>
      answered(answers).map((row) => ({
        question: `${entry.staff?.label ?? entry.check ?? entry.title}: ${row.name}`,
        answer: row.words,
      })),
  };
}

const savedRows = (answers: Answers, key: string): Readonly<Record<string, string>> => ({
  ...((answers as Readonly<Record<string, unknown>>)[key] as Record<string, string> | undefined),
});
