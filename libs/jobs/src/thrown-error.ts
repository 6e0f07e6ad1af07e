import { ValidationError } from 'class-validator';
import { validationWords } from './validation-words.js';

/** Characters of an error that are kept: enough to see the cause, too few to fill a page. */
const LONGEST = 2_000;

/** Whatever was thrown, as an error that says what went wrong: it is all that staff will ever see of it. */
export function thrownError(thrown: unknown): Error {
  // A zero byte cannot be stored as text.
  const words =
    wordsOf(thrown).replaceAll('\0', '').slice(0, LONGEST) || 'Something was thrown that has no words.';
  return thrown instanceof Error && thrown.message === words ? thrown : new Error(words, { cause: thrown });
}

function wordsOf(thrown: unknown): string {
  if (typeof thrown === 'string') return thrown.trim();
  if (Array.isArray(thrown)) return thrown.map(wordsOf).filter(Boolean).join('; ');
  if (thrown instanceof ValidationError) return validationWords(thrown).join('; ');
  if (thrown instanceof Error) return errorWords(thrown);
  if (typeof thrown !== 'object' || thrown === null) return `${String(thrown)} was thrown`;
  const { message } = thrown as { message?: unknown };
  return typeof message === 'string' && message.trim() !== '' ? message : objectWords(thrown);
}

/** Node refuses a connection with an error that has no message, only the errors of each address that it tried. */
function errorWords(error: Error): string {
  if (error.message.trim() !== '') return error.message;
  const within = error instanceof AggregateError ? wordsOf(error.errors) : '';
  const cause = within === '' && error.cause !== undefined ? wordsOf(error.cause) : within;
  return cause === '' ? `${error.name} ${objectWords({ ...error })}` : `${error.name}: ${cause}`;
}

function objectWords(thrown: object): string {
  try {
    return JSON.stringify(thrown) ?? '';
  } catch {
    return `an object of ${thrown.constructor?.name ?? 'no class'} that cannot be written down`;
  }
}
