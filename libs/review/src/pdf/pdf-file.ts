import { inflateSync } from 'node:zlib';
import {
  PdfLexer,
  type PdfDictionary,
  PdfReference,
  PdfSyntaxError,
  type PdfValue,
  PdfWord,
} from './pdf-values.js';

/**
 * Reads a PDF with a classic cross-reference table, which is what our own renderer writes. It is a checker's reader and not a viewer: a
 * file it cannot read fails its check. @throws PdfSyntaxError
 */
export class PdfFile {
  private readonly offsets = new Map<number, number>();
  readonly trailer: PdfDictionary;

  constructor(private readonly bytes: Buffer) {
    if (!bytes.subarray(0, 5).equals(Buffer.from('%PDF-')))
      throw new PdfSyntaxError('it does not begin like a PDF');
    const start = bytes.lastIndexOf('startxref');
    if (start < 0) throw new PdfSyntaxError('it has no cross-reference table');
    const table = new PdfLexer(bytes, start + 'startxref'.length).next();
    if (typeof table !== 'number') throw new PdfSyntaxError('its cross-reference table is not where it says');
    this.trailer = this.readTable(table);
  }

  get objects(): IterableIterator<number> {
    return this.offsets.keys();
  }

  /** Follows references until something else is found. */
  resolve(value: PdfValue | undefined): PdfValue {
    let current = value ?? null;
    for (let hops = 0; current instanceof PdfReference && hops < 10; hops += 1)
      current = this.value(current.object);
    return current;
  }

  dictionary(value: PdfValue | undefined): PdfDictionary {
    const resolved = this.resolve(value);
    return resolved instanceof Map ? resolved : new Map<string, PdfValue>();
  }

  array(value: PdfValue | undefined): PdfValue[] {
    const resolved = this.resolve(value);
    return Array.isArray(resolved) ? resolved : [];
  }

  number(value: PdfValue | undefined): number {
    const resolved = this.resolve(value);
    return typeof resolved === 'number' ? resolved : Number.NaN;
  }

  /** The bytes of a stream, inflated if they are deflated. */
  stream(value: PdfValue | undefined): Buffer {
    if (!(value instanceof PdfReference)) return Buffer.alloc(0);
    const lexer = this.at(value.object);
    const dictionary = lexer.next();
    if (!(dictionary instanceof Map) || !isWord(lexer.next(), 'stream'))
      throw new PdfSyntaxError(`object ${value.object} is no stream`);
    const start = lexer.position + (this.bytes[lexer.position] === 13 ? 2 : 1);
    const raw = this.bytes.subarray(start, start + this.number(dictionary.get('/Length')));
    const filter = this.resolve(dictionary.get('/Filter'));
    if (filter === null) return raw;
    if (
      filter === '/FlateDecode' ||
      (Array.isArray(filter) && filter.length === 1 && filter[0] === '/FlateDecode')
    )
      return inflateSync(raw);
    throw new PdfSyntaxError(`object ${value.object} has a filter this reader does not know`);
  }

  private value(object: number): PdfValue {
    const value = this.at(object).next();
    return value === undefined || value instanceof PdfWord ? null : value;
  }

  private at(object: number): PdfLexer {
    const offset = this.offsets.get(object);
    if (offset === undefined) throw new PdfSyntaxError(`object ${object} is missing`);
    const lexer = new PdfLexer(this.bytes, offset);
    if (lexer.next() !== object || typeof lexer.next() !== 'number' || !isWord(lexer.next(), 'obj')) {
      throw new PdfSyntaxError(`object ${object} is not where the table says`);
    }
    return lexer;
  }

  private readTable(offset: number): PdfDictionary {
    const lexer = new PdfLexer(this.bytes, offset);
    if (!isWord(lexer.next(), 'xref'))
      throw new PdfSyntaxError('its cross-reference table is of a kind this reader does not know');
    for (;;) {
      const first = lexer.next();
      if (isWord(first, 'trailer')) break;
      const count = lexer.next();
      if (typeof first !== 'number' || typeof count !== 'number')
        throw new PdfSyntaxError('its cross-reference table is broken');
      for (let index = 0; index < count; index += 1) {
        const position = lexer.next();
        lexer.next();
        if (isWord(lexer.next(), 'n') && typeof position === 'number')
          this.offsets.set(first + index, position);
      }
    }
    const trailer = lexer.next();
    if (!(trailer instanceof Map)) throw new PdfSyntaxError('it has no trailer');
    return trailer;
  }
}

const isWord = (value: PdfValue | PdfWord | undefined, text: string): boolean =>
  value instanceof PdfWord && value.text === text;
