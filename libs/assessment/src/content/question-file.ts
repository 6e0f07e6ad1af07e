import { readFileSync } from 'node:fs';
import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import { isNode, LineCounter, parseDocument } from 'yaml';
import { projectPath } from '@app/config';
import type { ChoiceEntry } from './field-entry.js';
import { type QuestionEntry, QuestionFile } from './question-entry.js';

type Path = readonly (string | number)[];

/** Where the words stand, for people. */
const FILE = 'libs/assessment/content/questions.yaml';

/** The text of the file of questions. */
export const questionText = (): string => readFileSync(projectPath(FILE), 'utf8');

/** The entries of a file of questions, in order. @throws Error naming the line of every mistake */
export function readQuestions(text: string): readonly QuestionEntry[] {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const [broken] = document.errors;
  if (broken) throw new Error(`${FILE}:${lines.linePos(broken.pos[0]).line}: ${broken.message}`);
  const file = plainToInstance(QuestionFile, document.toJS() as object);
  const problems = validateSync(file, {
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
  })
    .flatMap((error) => flatten(error, []))
    .map(({ path, message }) => `${FILE}:${lineOf(path)}: ${message}`);
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return file.questions;

  /** Line (from 1) of the value at a path, or of the nearest one around it. */
  function lineOf(path: Path): number {
    for (let length = path.length; length > 0; length -= 1) {
      const node: unknown = document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
    }
    return 1;
  }
}

function flatten(error: ValidationError, above: Path): { path: Path; message: string }[] {
  const path = [...above, /^\d+$/.test(error.property) ? Number(error.property) : error.property];
  const own = Object.values(error.constraints ?? {}).map((message) => ({
    path,
    message: `${path.join('.')}: ${message}`,
  }));
  return [...own, ...(error.children ?? []).flatMap((child) => flatten(child, path))];
}

/** The product's own questions. Read once: a mistake in them stops the start. */
export const QUESTION_ENTRIES: readonly QuestionEntry[] = readQuestions(questionText());

/** The choices of a question (`week`) or of one of its fields (`work.level`). */
function choicesAt(place: string): readonly ChoiceEntry[] {
  const [id, fieldId] = place.split('.');
  const question = QUESTION_ENTRIES.find((each) => each.id === id);
  const holder = fieldId === undefined ? question : question?.fields?.find((each) => each.id === fieldId);
  return holder?.choices ?? [];
}

/**
 * Words by id, in the file's order, for answers that code knows by their ids.
 * @throws Error when the file's ids are not just these
 */
export function wordsOf<Id extends string>(
  place: string,
  ids: readonly Id[],
  form: 'words' | 'short' = 'words',
): Readonly<Record<Id, string>> {
  return sameIds(
    place,
    ids,
    choicesAt(place).map((choice) => [choice.id, choice[form] ?? choice.words]),
  );
}

/** The rows of a question by id, in the file's order. @throws Error when the file's ids are not just these */
export function rowsOf<Id extends string>(
  place: string,
  ids: readonly Id[],
): Readonly<Record<Id, { readonly name: string; readonly hint: string }>> {
  const rows = QUESTION_ENTRIES.find(({ id }) => id === place)?.rows ?? [];
  return sameIds(
    place,
    ids,
    rows.map(({ id, name, hint = '' }) => [id, { name, hint }]),
  );
}

function sameIds<Id extends string, Value>(
  place: string,
  ids: readonly Id[],
  entries: readonly (readonly [string, Value])[],
): Readonly<Record<Id, Value>> {
  const there = entries.map(([id]) => id);
  if ([...there].sort().join(' ') !== [...ids].sort().join(' '))
    throw new Error(
      `${FILE}: ${place} has the answers ${there.join(', ')}, and the code knows ${ids.join(', ')}.`,
    );
  return Object.fromEntries(entries) as Record<Id, Value>;
}
