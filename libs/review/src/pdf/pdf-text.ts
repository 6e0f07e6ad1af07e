import type { PdfFile } from './pdf-file.js';
import { nameOf, PdfLexer, type PdfDictionary, type PdfValue, PdfWord } from './pdf-values.js';

type Glyphs = ReadonlyMap<number, string>;

/**
 * The words a page draws, in drawing order, as the file itself says they read: through each font's ToUnicode table, or by the ActualText
 * of a marked span. Pieces are parted by a space; layout is not rebuilt.
 */
export function pageText(file: PdfFile, page: PdfDictionary, fonts: Map<string, Glyphs>): string {
  const resources = file.dictionary(page.get('/Resources'));
  const fontOf = (name: string): Glyphs => {
    const reference = file.dictionary(resources.get('/Font')).get(name);
    const key = JSON.stringify(reference) ?? name;
    const known = fonts.get(key);
    if (known) return known;
    const glyphs = unicodeTable(file.stream(file.dictionary(reference).get('/ToUnicode')));
    fonts.set(key, glyphs);
    return glyphs;
  };
  const contents = file.resolve(page.get('/Contents'));
  const streams = Array.isArray(contents) ? contents : [page.get('/Contents')];
  return streams.map((stream) => drawnText(file.stream(stream), fontOf)).join(' ');
}

function drawnText(content: Uint8Array, fontOf: (name: string) => Glyphs): string {
  const lexer = new PdfLexer(content);
  const pieces: string[] = [];
  let operands: PdfValue[] = [];
  let font: Glyphs = new Map<number, string>();
  /** One entry for each open span: whether it has said its own words already. */
  const spans: boolean[] = [];
  for (let token = lexer.next(); token !== undefined; token = lexer.next()) {
    if (!(token instanceof PdfWord)) {
      operands.push(token);
      continue;
    }
    switch (token.text) {
      case 'Tf':
        font = fontOf(nameOf(operands[0]));
        break;
      case 'BMC':
        spans.push(false);
        break;
      case 'BDC': {
        const properties = operands[1];
        const actual = properties instanceof Map ? properties.get('/ActualText') : undefined;
        if (actual instanceof Uint8Array && !spans.includes(true)) pieces.push(textString(actual));
        spans.push(actual instanceof Uint8Array);
        break;
      }
      case 'EMC':
        spans.pop();
        break;
      case 'Tj':
      case 'TJ':
        if (!spans.includes(true)) pieces.push(shown(operands[0], font));
        break;
      default:
    }
    operands = [];
  }
  return pieces.join(' ');
}

/** A shown text: two bytes name a glyph; numbers between are kerning. */
function shown(operand: PdfValue | undefined, font: Glyphs): string {
  const parts = Array.isArray(operand) ? operand : [operand ?? null];
  let text = '';
  for (const part of parts) {
    if (!(part instanceof Uint8Array)) continue;
    for (let index = 0; index + 1 < part.length; index += 2)
      text += font.get(((part[index] ?? 0) << 8) | (part[index + 1] ?? 0)) ?? '\ufffd';
  }
  return text;
}

/** A ToUnicode table: glyph number to the text it stands for. */
export function unicodeTable(source: Uint8Array): Glyphs {
  const glyphs = new Map<number, string>();
  const lexer = new PdfLexer(source);
  let operands: PdfValue[] = [];
  for (let token = lexer.next(); token !== undefined; token = lexer.next()) {
    if (!(token instanceof PdfWord)) {
      operands.push(token);
      continue;
    }
    if (token.text === 'endbfchar')
      for (let i = 0; i + 1 < operands.length; i += 2) glyphs.set(code(operands[i]), utf16(operands[i + 1]));
    if (token.text === 'endbfrange')
      for (let i = 0; i + 2 < operands.length; i += 3) addRange(glyphs, operands.slice(i, i + 3));
    operands = [];
  }
  return glyphs;
}

function addRange(glyphs: Map<number, string>, [from, to, target]: PdfValue[]): void {
  const first = code(from);
  if (Array.isArray(target)) target.forEach((text, index) => glyphs.set(first + index, utf16(text)));
  else
    for (let glyph = first; glyph <= code(to); glyph += 1)
      glyphs.set(glyph, String.fromCodePoint((utf16(target).codePointAt(0) ?? 0) + glyph - first));
}

const code = (value: PdfValue | undefined): number =>
  value instanceof Uint8Array ? value.reduce((sum, byte) => sum * 256 + byte, 0) : 0;
const utf16 = (value: PdfValue | undefined): string =>
  value instanceof Uint8Array ? Buffer.from(value).swap16().toString('utf16le') : '';

/** A text of the document itself (not of a font): UTF-16 with its mark, else Latin. */
export const textString = (bytes: Uint8Array): string =>
  bytes[0] === 0xfe && bytes[1] === 0xff
    ? Buffer.from(bytes.subarray(2)).swap16().toString('utf16le')
    : Buffer.from(bytes).toString('latin1');
