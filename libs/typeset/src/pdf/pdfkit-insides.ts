import type { Font } from 'fontkit';
import PDFDocument from 'pdfkit';

/**
 * All that reaches past pdfkit's public interface stands in this file; its test fails when pdfkit changes there. Why we do:
 * docs/adr/own-text-writer.md.
 */

/** A font inside a file: the glyphs that will be embedded, and what is written about each code. */
export interface EmbeddedFont {
  readonly id: string;
  /** 1000 over the units of the em. */
  readonly scale: number;
  readonly subset: { readonly glyphs: number[]; includeGlyph(glyph: number): number; encode(): Uint8Array };
  readonly widths: (number | undefined)[];
  readonly unicode: (readonly number[] | undefined)[];
  ref(): unknown;
}

interface Insides {
  readonly _font: EmbeddedFont;
  readonly page: { readonly fonts: Record<string, unknown>; write(bytes: Uint8Array): void };
}

interface Facts {
  info: Record<string, unknown>;
}

/**
 * pdfkit's document with its output gathered here. pdfkit turns every operator of a page and every line of the file into a buffer of
 * its own and passes it through a stream: thousands a file, which costs as much as drawing. The bytes are the same.
 */
export class Paper extends PDFDocument {
  // Filled while pdfkit's own constructor runs, so they must not be initialised after it.
  declare private parts: Uint8Array[] | undefined;
  declare private lines: string | undefined;
  declare private operators: string | undefined;
  declare private _offset: number;

  /** Adds an operator to the current page. */
  override addContent(operator: string): this {
    this.operators = `${this.operators ?? ''}${operator}\n`;
    return this;
  }

  override flushPages(): void {
    if (this.operators) (this as unknown as Insides).page.write(Buffer.from(this.operators, 'latin1'));
    this.operators = '';
    super.flushPages();
  }

  /** The whole file. Call after `end()`. */
  bytes(): Buffer {
    this.flushLines();
    return Buffer.concat(this.parts ?? []);
  }

  /** Embeds a font that is parsed already. */
  embed(name: string, font: Font): EmbeddedFont {
    this.registerFont(name, font as unknown as Buffer);
    return (this.font(name) as unknown as Insides)._font;
  }

  /** Names a font among the resources of the current page. */
  useOnPage(font: EmbeddedFont): void {
    (this as unknown as Insides).page.fonts[font.id] ??= font.ref();
  }

  /** pdfkit's outlet: a line of the file, or the bytes of a stream. */
  _write(chunk: string | Uint8Array): void {
    if (typeof chunk === 'string') {
      this.lines = `${this.lines ?? ''}${chunk}\n`;
      this._offset += chunk.length + 1;
      return;
    }
    this.flushLines();
    this.parts?.push(chunk);
    this._offset += chunk.length;
  }

  /** Nothing reads the stream: its end would only wait in a queue and hold the file in memory meanwhile. */
  override push(): boolean {
    return false;
  }

  /** pdfkit writes the facts of a file into XML as they stand; there `&` and `<` must be escaped. */
  _addInfo(): void {
    const facts = this as unknown as Facts;
    const plain = facts.info;
    facts.info = Object.fromEntries(
      Object.entries(plain).map(([name, value]) => [name, typeof value === 'string' ? xml(value) : value]),
    );

    (PDFDocument.prototype as unknown as { _addInfo(): void })._addInfo.call(this);
    facts.info = plain;
  }

  private flushLines(): void {
    (this.parts ??= []).push(Buffer.from(this.lines ?? '', 'latin1'));
    this.lines = '';
  }
}

const xml = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/**
 * A code of its own for a glyph that stands for `text`; `width` in font units. The same shape is embedded once more for each text it stands for, so
 * that what is read never depends on which letter came first. `isNew`: the glyph has no code yet.
 */
export function addGlyph(
  font: EmbeddedFont,
  glyph: number,
  width: number,
  text: string,
  isNew: boolean,
): number {
  const code = isNew ? font.subset.includeGlyph(glyph) : font.subset.glyphs.push(glyph) - 1;
  font.widths[code] = width * font.scale;
  font.unicode[code] = [...text].map((letter) => letter.codePointAt(0) ?? 0);
  return code;
}

/** Has a font go into its file as the numbers of its glyphs, without their outlines: enough to tell two files apart, and nothing to be read. */
export function embedNumbersOnly({ subset }: EmbeddedFont): void {
  subset.encode = () => Buffer.from(subset.glyphs.join());
}

/** The attributes of an element. pdfkit has no option for those of lists, which PDF/UA asks for where items have labels. */
export const attributesOf = (element: PDFKit.PDFStructureElement): { A?: object } =>
  (element as unknown as { dictionary: { data: { A?: object } } }).dictionary.data;
