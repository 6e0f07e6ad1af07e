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
  const { document, lines, lineOf } = parse(text);
  if (document.errors.length > 0) {
    throw new ContentError(
      document.errors.map(
        (error) => `${file}:${lines.linePos(error.pos[0]).line}: ${error.message.split('\n')[0] ?? ''}`,
      ),
    );
  }
  const plain: unknown = document.toJS();
  if (plain === null || typeof plain !== 'object' || Array.isArray(plain)) {
    throw new ContentError([`${file}:1: a mapping of fields is expected`]);
  }
  const content = plainToInstance(type, plain);
  const errors = validateSync(content, { whitelist: true, forbidNonWhitelisted: true });
  const problems = errors
    .flatMap((error) => flatten(error, []))
    .map(({ path, message }) => `${file}:${lineOf(path)}: ${message}`);
  if (problems.length > 0) throw new ContentError(problems);
  return { file, content, lineOf };
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

function flatten(error: ValidationError, above: Path): { path: Path; message: string }[] {
  const path = [...above, /^\d+$/.test(error.property) ? Number(error.property) : error.property];
  const own = Object.values(error.constraints ?? {}).map((message) => ({
    path,
    message: `${path.join('.')}: ${message}`,
  }));
  return [...own, ...(error.children ?? []).flatMap((child) => flatten(child, path))];
}
