import type { FieldError } from '@app/http';
import { record, textOf } from '../questions.js';

/** A row of radio buttons: one thing asked, with the answers all rows of a page share. */
export interface ChoiceRow {
  /** Field name, and the id of its first button, where an error points. */
  readonly field: string;
  readonly name: string;
}

/** What was chosen, by field; '' where nothing was. As typed: see {@link checkChoices}. */
export function readChoices(body: unknown, rows: readonly ChoiceRow[]): Readonly<Record<string, string>> {
  const fields = record(body);
  return Object.fromEntries(rows.map(({ field }) => [field, textOf(fields[field], 40)]));
}

/** The rows that were answered, or what to put right. Every row may be left alone. */
export function checkChoices<T extends string>(
  input: Readonly<Record<string, string>>,
  rows: readonly ChoiceRow[],
  allowed: readonly T[],
): { chosen: Readonly<Record<string, T>> } | { errors: FieldError[] } {
  const isAllowed = (value: string): value is T => (allowed as readonly string[]).includes(value);
  const errors = rows
    .filter(({ field }) => (input[field] ?? '') !== '' && !isAllowed(input[field] ?? ''))
    .map(({ field, name }) => ({
      field,
      message: `Choose one of the answers for “${name}”, or leave them all unchosen`,
    }));
  if (errors.length > 0) return { errors };
  const answered = rows.flatMap(({ field }): [string, T][] => {
    const value = input[field] ?? '';
    return isAllowed(value) ? [[field, value]] : [];
  });
  return { chosen: Object.fromEntries(answered) };
}
