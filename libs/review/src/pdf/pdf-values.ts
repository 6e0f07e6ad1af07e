/** A PDF value as read: names keep their slash, strings are bytes. */
export type PdfValue =
  null | boolean | number | string | Uint8Array | PdfReference | PdfValue[] | PdfDictionary;

export class PdfReference {
  constructor(readonly object: number) {}
}

export type PdfDictionary = Map<string, PdfValue>;

const SPACE = new Set([0, 9, 10, 12, 13, 32]);
const DELIMITER = new Set('()<>[]{}/%'.split('').map((c) => c.charCodeAt(0)));

/** An operator or key word of the file: `obj`, `stream`, `Tf`. */
export class PdfWord {
  constructor(readonly text: string) {}
}

/** Reads PDF values and words one after another. @throws PdfSyntaxError on what it does not understand. */
export class PdfLexer {
  constructor(
    private readonly bytes: Uint8Array,
    public position = 0,
  ) {}

  /** The next value or word; undefined at the end. */
  next(): PdfValue | PdfWord | undefined {
    this.skipSpace();
    const byte = this.bytes[this.position];
    if (byte === undefined) return undefined;
    switch (String.fromCharCode(byte)) {
      case '/':
        return this.name();
      case '(':
        return this.literal();
      case '[':
        this.position += 1;
        return this.array();
      case '<':
        if (this.bytes[this.position + 1] !== 0x3c) return this.hex();
        this.position += 2;
        return this.dictionary();
      case ']':
      case '>':
      case ')':
      case '{':
      case '}':
        throw new PdfSyntaxError(`stray delimiter at byte ${this.position}`);
      default:
        return this.word();
    }
  }

  private array(): PdfValue[] {
    const items: PdfValue[] = [];
    for (;;) {
      this.skipSpace();
      if (this.bytes[this.position] === 0x5d) {
        this.position += 1;
        return items;
      }
      push(items, this.next());
    }
  }

  private dictionary(): PdfDictionary {
    const items: PdfValue[] = [];
    for (;;) {
      this.skipSpace();
      if (this.bytes[this.position] === 0x3e && this.bytes[this.position + 1] === 0x3e) {
        this.position += 2;
        break;
      }
      push(items, this.next());
    }
    const entries = new Map<string, PdfValue>();
    for (let index = 0; index + 1 < items.length; index += 2)
      entries.set(nameOf(items[index]), items[index + 1] ?? null);
    return entries;
  }

  private name(): string {
    const start = this.position;
    this.position += 1;
    while (this.isRegular()) this.position += 1;
    return latin(this.bytes, start, this.position);
  }

  private literal(): Uint8Array {
    const out: number[] = [];
    let depth = 1;
    for (this.position += 1; ; this.position += 1) {
      let byte = this.bytes[this.position];
      if (byte === undefined) throw new PdfSyntaxError('a text that does not end');
      if (byte === 0x5c) {
        this.position += 1;
        byte = escaped(this.bytes[this.position] ?? 0);
      } else if (byte === 0x28) depth += 1;
      else if (byte === 0x29 && (depth -= 1) === 0) break;
      out.push(byte);
    }
    this.position += 1;
    return Uint8Array.from(out);
  }

  private hex(): Uint8Array {
    const end = this.bytes.indexOf(0x3e, this.position);
    if (end < 0) throw new PdfSyntaxError('a hexadecimal text that does not end');
    const digits = latin(this.bytes, this.position + 1, end).replace(/\s/g, '');
    this.position = end + 1;
    return Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex');
  }

  private word(): PdfValue | PdfWord {
    const start = this.position;
    while (this.isRegular()) this.position += 1;
    const text = latin(this.bytes, start, this.position);
    if (text === 'true' || text === 'false') return text === 'true';
    if (text === 'null') return null;
    return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(text) ? Number(text) : new PdfWord(text);
  }

  private isRegular(): boolean {
    const byte = this.bytes[this.position];
    return byte !== undefined && !SPACE.has(byte) && !DELIMITER.has(byte);
  }

  private skipSpace(): void {
    for (;;) {
      const byte = this.bytes[this.position];
      if (byte === 0x25)
        while (this.position < this.bytes.length && ![10, 13].includes(this.bytes[this.position] ?? 10))
          this.position += 1;
      else if (byte !== undefined && SPACE.has(byte)) this.position += 1;
      else return;
    }
  }
}

export class PdfSyntaxError extends Error {}

/** Adds a value; the word R turns the two numbers before it into a reference. */
function push(items: PdfValue[], value: PdfValue | PdfWord | undefined): void {
  if (value === undefined) throw new PdfSyntaxError('the file ends inside a value');
  if (!(value instanceof PdfWord)) {
    items.push(value);
    return;
  }
  const [object] = items.splice(-2);
  if (value.text !== 'R' || typeof object !== 'number')
    throw new PdfSyntaxError(`unexpected word ${value.text}`);
  items.push(new PdfReference(object));
}

const ESCAPES: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, b: 8, f: 12 };
const escaped = (byte: number): number => ESCAPES[String.fromCharCode(byte)] ?? byte;
const latin = (bytes: Uint8Array, from: number, to: number): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset + from, to - from).toString('latin1');

/** A name with its slash; '' for anything else. */
export const nameOf = (value: PdfValue | undefined): string => (typeof value === 'string' ? value : '');
