import { LiquidError, type Liquid, type Template } from 'liquidjs';
import { isScalar, LineCounter, parseDocument, visit } from 'yaml';
import { AssetError } from '@app/typeset';

/** A parsed text and the line of the file that it begins on. */
export interface ParsedText {
  readonly templates: Template[];
  readonly line: number;
}

export interface ParsedPage {
  readonly file: string;
  readonly fields: ReadonlyMap<string, ParsedText>;
  readonly body: ParsedText;
}

const REQUIRED = ['bookmark', 'headline', 'so_what', 'source'] as const;

/** One page file: YAML front matter between two lines of `---`, then Liquid. @throws AssetError with file and line. */
export function parsePage(liquid: Liquid, file: string, text: string): ParsedPage {
  const match = /^---\n([\s\S]*?)\n---\n?([\s\S]*)$/.exec(text);
  if (!match) throw new AssetError(file, 'must begin with front matter between two lines of ---', 1);
  const [, front = '', body = ''] = match;
  const fields = new Map<string, ParsedText>();
  for (const { name, value, line } of fieldsOf(file, front))
    fields.set(name, parseText(liquid, file, value, line));
  for (const name of REQUIRED)
    if (!fields.has(name)) throw new AssetError(file, `the front matter lacks ${name}`, 1);
  return { file, fields, body: parseText(liquid, file, body, front.split('\n').length + 3) };
}

/** Runs a step of Liquid; what it throws names the file and the line, counted from where the text begins. */
export function atLine<T>(file: string, line: number, step: () => T): T {
  try {
    return step();
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const within = (LiquidError.is(error) && error.token.getPosition()[0]) || 1;
    // Liquid adds a place of its own, counted within the text.
    const problem = error.message.replace(/, line:\d+, col:\d+$/, '');
    throw new AssetError(file, problem, line + within - 1);
  }
}

const parseText = (liquid: Liquid, file: string, text: string, line: number): ParsedText => ({
  templates: atLine(file, line, () => liquid.parse(text)),
  line,
});

/** Each field with the line of the file on which its text begins; the front matter begins on line 2. */
function fieldsOf(file: string, front: string): { name: string; value: string; line: number }[] {
  const counter = new LineCounter();
  const document = parseDocument(front, { lineCounter: counter });
  const [wrong] = document.errors;
  if (wrong) throw new AssetError(file, wrong.message, (wrong.linePos?.[0].line ?? 1) + 1);
  const fields: { name: string; value: string; line: number }[] = [];
  visit(document, {
    Pair(_key, { key, value }) {
      if (!isScalar(key) || !isScalar(value)) return;
      const begins = counter.linePos(value.range?.[0] ?? 0).line + 1;
      // The text of a folded or literal block is on the line after its mark.
      const line = value.type === 'BLOCK_FOLDED' || value.type === 'BLOCK_LITERAL' ? begins + 1 : begins;
      fields.push({ name: String(key.value), value: scalarText(value.value), line });
    },
  });
  if (fields.length === 0) throw new AssetError(file, 'the front matter holds no fields', 2);
  return fields;
}

const scalarText = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
