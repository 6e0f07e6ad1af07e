import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import { isNode, LineCounter, parseDocument } from 'yaml';
import { ContentError } from './content-error.js';

export type Path = readonly (string | number)[];

/** A checked content file that still knows where each value stands. */
export interface ContentFile<T> {
  /** File name without folder. */
  readonly file: string;
  readonly content: T;
  /** Line (from 1) of the value at a path, or of the nearest one around it. */
  lineOf(path: Path): number;
}

/**
 * Parses YAML text and checks it against a class-validator class; unknown keys are refused.
 * @throws ContentError naming file and line of every problem
 */
export function readContent<T extends object>(file: string, text: string, type: new () => T): ContentFile<T> {
  const { plain, lineOf } = parseMapping(file, text);
  const { content, problems } = checked(plain, type);
  if (problems.length > 0)
    throw new ContentError(problems.map(({ path, message }) => `${file}:${lineOf(path)}: ${message}`));
  return { file, content, lineOf };
}

/** One entry of a file that maps codes to entries. */
export interface CodedEntry<T> {
  readonly code: string;
  readonly entry: T;
  /** `file:line` of the entry, or of a path inside it. */
  placeOf(path?: Path): string;
}

/**
 * As {@link readContent}, for a file that maps codes to entries (`'7111': …`). An entry that is a list is read as `{ items: […] }`.
 * @throws ContentError naming file and line of every problem
 */
export function readEntries<T extends object>(
  file: string,
  text: string,
  type: new () => T,
  anyKey = false,
): CodedEntry<T>[] {
  const { plain, lineOf } = parseMapping(file, text);
  const problems: string[] = [];
  const entries = Object.entries(plain as Record<string, object | null>).map(([code, value]) => {
    const isList = Array.isArray(value);
    const placeOf = (path: Path = []): string =>
      `${file}:${lineOf([code, ...(isList && path[0] === 'items' ? path.slice(1) : path)])}`;
    const { content, problems: own } = checked(isList ? { items: value } : (value ?? {}), type, anyKey);
    problems.push(...own.map(({ path, message }) => `${placeOf(path)}: ${code}: ${message}`));
    return { code, entry: content, placeOf };
  });
  if (problems.length > 0) throw new ContentError(problems);
  return entries;
}

function parseMapping(file: string, text: string): { plain: object; lineOf: (path: Path) => number } {
  const { document, lines, lineOf } = parse(text);
  if (document.errors.length > 0) {
    throw new ContentError(
      document.errors.map(
        (error) => `${file}:${lines.linePos(error.pos[0]).line}: ${error.message.split('\n')[0] ?? ''}`,
      ),
    );
  }
  const plain: unknown = document.toJS();
  if (plain === null || typeof plain !== 'object' || Array.isArray(plain))
    throw new ContentError([`${file}:1: a mapping of fields is expected`]);
  return { plain, lineOf };
}

/** Where each value of a content file stands: see {@link ContentFile.lineOf}. */
export const contentLines = (text: string): ContentFile<unknown>['lineOf'] => parse(text).lineOf;

function parse(text: string) {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const lineOf = (path: Path): number => {
    for (let length = path.length; length > 0; length -= 1) {
      const node: unknown = document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
    }
    return 1;
  };
  return { document, lines, lineOf };
}

type Problem = { readonly path: Path; readonly message: string };

function checked<T extends object>(
  plain: object,
  type: new () => T,
  anyKey = false,
): { content: T; problems: Problem[] } {
  const content = plainToInstance(type, plain);
  if (anyKey) return { content, problems: [] };
  const errors = validateSync(content, { whitelist: true, forbidNonWhitelisted: true });
  return { content, problems: errors.flatMap((error) => flatten(error, [])) };
}

function flatten(error: ValidationError, above: Path): Problem[] {
  const path = [...above, /^\d+$/.test(error.property) ? Number(error.property) : error.property];
  const own = Object.values(error.constraints ?? {}).map((message) => ({
    path,
    message: `${path.join('.')}: ${message}`,
  }));
  return [...own, ...(error.children ?? []).flatMap((child) => flatten(child, path))];
}
