import { plainToInstance, type ClassConstructor } from 'class-transformer';
import { validate, type ValidationError } from 'class-validator';

/** One thing to put right, shown in the summary and at the field. */
export interface FieldError {
  /** The name and id of the field. */
  readonly field: string;
  readonly message: string;
}

/** A checked form, or what to put right. Exactly one of the two is there. */
export type FormResult<Form> =
  | { readonly value: Form; readonly errors?: undefined }
  | { readonly value?: undefined; readonly errors: readonly FieldError[] };

/**
 * Checks a form body against a class with class-validator decorators. Fields the class does not name are dropped. Texts are trimmed and an
 * empty text counts as "not given", so that `@IsOptional()` means what it says. Give each decorator a `message` in plain words.
 */
export async function validateForm<Form extends object>(
  form: ClassConstructor<Form>,
  body: unknown,
): Promise<FormResult<Form>> {
  const value = plainToInstance(form, tidyForm(body), { exposeDefaultValues: true });
  const problems = await validate(value, {
    whitelist: true,
    stopAtFirstError: true,
    forbidUnknownValues: false,
  });
  return problems.length === 0 ? { value } : { errors: problems.flatMap((problem) => fieldErrors(problem)) };
}

/** Signs that nobody types and no table takes: control characters but for line breaks and tabs, halves of characters. */
const UNTYPED = /(?![\n\t])[\p{Cc}\p{Cs}\u2028\u2029]/gu;

/** Names by which a body would reach what an object is made of. */
const TRICKS = new Set(['__proto__', 'constructor', 'prototype']);

/** How deep a form may be: a field of answers, its rows, what a row holds. */
const DEEPEST = 3;

/** The same without such names and without what lies deeper than any form, as only a program sends it. */
function withoutTricks(value: unknown, depth = 0): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (depth > DEEPEST) return undefined;
  if (Array.isArray(value)) return value.map((inner) => withoutTricks(inner, depth + 1));
  const entries = Object.entries(value).filter(([name]) => !TRICKS.has(name));
  return Object.fromEntries(entries.map(([name, inner]) => [name, withoutTricks(inner, depth + 1)]));
}

/** A plain copy without prototype tricks; texts trimmed, composed and printable, and left out when nothing remains. */
export function tidyForm(body: unknown): Record<string, unknown> {
  if (body === null || typeof body !== 'object' || Array.isArray(body)) return {};
  const entries = Object.entries(withoutTricks(body) as object)
    .map(([name, value]): [string, unknown] => [
      name,
      typeof value === 'string' ? value.replace(UNTYPED, '').trim().normalize('NFC') : value,
    ])
    .filter(([, value]) => value !== '');
  return Object.fromEntries(entries);
}

function fieldErrors(problem: ValidationError, parent = ''): FieldError[] {
  const field = parent ? `${parent}.${problem.property}` : problem.property;
  const own = Object.values(problem.constraints ?? {}).map((message) => ({ field, message }));
  return [...own, ...(problem.children ?? []).flatMap((child) => fieldErrors(child, field))];
}
