import type { Glyph } from 'fontkit';
import type { ShapedFont } from '../fonts/shaped-font.js';

/** What is used of a font inside pdfkit: the glyphs that will be embedded, and what is written about each. */
export interface EmbeddedFont {
  readonly id: string;
  /** 1000 over the units of the em. */
  readonly scale: number;
  readonly subset: { includeGlyph(glyph: number): number };
  readonly widths: (number | undefined)[];
  readonly unicode: (readonly number[] | undefined)[];
  ref(): unknown;
}

/**
 * A font in one file. Words are written as codes of the embedded glyphs, each word worked out once: the same words come again and again
 * on 15 pages.
 */
export class FontOnPaper {
  private readonly codes = new Map<number, string>();
  private readonly words = new Map<string, string>();
  private readonly tabularWords = new Map<string, string>();
  private readonly space: string;

  constructor(
    readonly embedded: EmbeddedFont,
    private readonly shaped: ShapedFont,
  ) {
    this.space = this.code(shaped.word(' ', false).glyphs[0]);
  }

  /** What the `TJ` operator draws for `text`: codes with the kerning between them, in thousandths of the type size. */
  shown(text: string, tabular: boolean): string {
    const known = tabular ? this.tabularWords : this.words;
    let shown = '';
    let start = 0;
    while (start <= text.length) {
      let end = text.indexOf(' ', start);
      if (end < 0) end = text.length;
      const word = text.slice(start, end);
      let codes = known.get(word);
      if (codes === undefined) known.set(word, (codes = this.codesOf(word, tabular)));
      shown += start > 0 ? this.space + codes : codes;
      start = end + 1;
    }
    return `[<${shown}>]`;
  }

  private codesOf(word: string, tabular: boolean): string {
    const { glyphs, advances } = this.shaped.word(word, tabular);
    let codes = '';
    glyphs.forEach((glyph, index) => {
      const kerning = Math.round((glyph.advanceWidth - (advances[index] ?? 0)) * this.embedded.scale);
      codes += kerning === 0 ? this.code(glyph) : `${this.code(glyph)}> ${kerning} <`;
    });
    return codes;
  }

  private code(glyph: Glyph | undefined): string {
    if (!glyph) return '';
    let code = this.codes.get(glyph.id);
    if (code === undefined) {
      const { subset, widths, unicode, scale } = this.embedded;
      const number = subset.includeGlyph(glyph.id);
      widths[number] ??= glyph.advanceWidth * scale;
      unicode[number] ??= glyph.codePoints;
      this.codes.set(glyph.id, (code = number.toString(16).padStart(4, '0')));
    }
    return code;
  }
}
