import type { Font, Glyph, GlyphRun } from 'fontkit';

/** What pdfkit asks of a font's `layout`. Positions are handed out fresh, because pdfkit scales them in place. */
type Run = GlyphRun;

/** Latin, Greek and Cyrillic letters, figures and signs that need no shaping beyond kerning. */
const SIMPLE = /^[\u0020-\u02ff\u0370-\u052f\u1e00-\u1fff\u2000-\u22ff]*$/;

/** True when a text needs no shaping but kerning: then {@link ShapedFont.word} has all there is to know of its words. */
export const isSimple = (text: string): boolean => SIMPLE.test(text);

const LARGEST_CACHE = 4_000;

/** A word put together from glyphs; advances in font units, kerning included. */
export interface KernedWord {
  readonly glyphs: Glyph[];
  readonly advances: readonly number[];
  readonly advanceWidth: number;
}

/**
 * A parsed font that lays text out fast. Shaping a word with fontkit costs about half a millisecond, more than drawing it; Latin text
 * needs only kerning, so its words are put together from glyphs and kerning pairs that are worked out once. Other scripts are shaped by
 * fontkit, and the result is kept for as long as the process lives.
 */
export class ShapedFont {
  private readonly glyphs = new Map<number, Glyph>();
  private readonly figures = new Map<number, Glyph>();
  private readonly pairs = new Map<number, number>();
  private readonly shaped = new Map<string, Run>();
  private readonly words = new Map<string, KernedWord>();
  private readonly tabularWords = new Map<string, KernedWord>();
  private readonly coverage = new Map<number, boolean>();
  private readonly coveredWords = new Map<string, boolean>();
  private readonly widths = new Map<string, number>();
  private readonly tabularWidths = new Map<string, number>();
  /** The face as pdfkit takes it: the parsed font with this layout. */
  readonly forPdf: Font;

  constructor(
    readonly name: string,
    private readonly font: Font,
  ) {
    this.forPdf = Object.assign(Object.create(font) as Font, {
      layout: (text: string, features?: readonly string[]) =>
        this.layout(text, features?.includes('tnum') === true),
    });
  }

  covers(codePoint: number): boolean {
    let covered = this.coverage.get(codePoint);
    if (covered === undefined)
      this.coverage.set(codePoint, (covered = this.font.hasGlyphForCodePoint(codePoint)));
    return covered;
  }

  /** Width of `text` in thousandths of the type size. Kept, because the words of the copy come again and again. */
  width(text: string, tabular = false): number {
    const known = tabular ? this.tabularWidths : this.widths;
    let width = known.get(text);
    if (width === undefined) {
      if (known.size >= LARGEST_CACHE * 4) known.clear();
      width = (this.layout(text, tabular).advanceWidth * 1000) / this.font.unitsPerEm;
      known.set(text, width);
    }
    return width;
  }

  /** Height above and (negative) below the base line, in thousandths of the type size. */
  get ascent(): number {
    return (this.font.ascent * 1000) / this.font.unitsPerEm;
  }

  /** True when every character of the word has a glyph. */
  coversAll(word: string): boolean {
    let covered = this.coveredWords.get(word);
    if (covered === undefined) {
      if (this.coveredWords.size >= LARGEST_CACHE * 4) this.coveredWords.clear();
      covered = [...word].every((character) => this.covers(character.codePointAt(0) ?? 0));
      this.coveredWords.set(word, covered);
    }
    return covered;
  }

  layout(text: string, tabular: boolean): Run {
    return isSimple(text) ? this.kerned(text, tabular) : this.fromFontkit(text);
  }

  /** A word of simple text. Kept, because the words of the copy come again and again. */
  word(text: string, tabular: boolean): KernedWord {
    const known = tabular ? this.tabularWords : this.words;
    let word = known.get(text);
    if (!word) {
      if (known.size >= LARGEST_CACHE * 4) known.clear();
      known.set(text, (word = this.kern(text, tabular)));
    }
    return word;
  }

  private kerned(text: string, tabular: boolean): Run {
    const word = this.kern(text, tabular);
    return {
      glyphs: word.glyphs,
      positions: word.advances.map((xAdvance) => ({ xAdvance, yAdvance: 0, xOffset: 0, yOffset: 0 })),
      advanceWidth: word.advanceWidth,
    };
  }

  private kern(text: string, tabular: boolean): KernedWord {
    const glyphs: Glyph[] = [];
    const advances: number[] = [];
    let advanceWidth = 0;
    let previous = -1;
    for (let index = 0; index < text.length; index += 1) {
      const code = text.charCodeAt(index);
      const figure = tabular && code >= 0x30 && code <= 0x39;
      const glyph = figure ? this.figure(code) : this.glyph(code);
      // Tabular figures keep their width, so they take no kerning.
      if (previous >= 0 && !figure) {
        const kerning = this.kerning(previous, code);
        advances[index - 1] = (advances[index - 1] ?? 0) + kerning;
        advanceWidth += kerning;
      }
      glyphs.push(glyph);
      advances.push(glyph.advanceWidth);
      advanceWidth += glyph.advanceWidth;
      previous = figure ? -1 : code;
    }
    return { glyphs, advances, advanceWidth };
  }

  private glyph(code: number): Glyph {
    let glyph = this.glyphs.get(code);
    if (!glyph) this.glyphs.set(code, (glyph = this.font.glyphForCodePoint(code)));
    return glyph;
  }

  private figure(code: number): Glyph {
    let glyph = this.figures.get(code);
    if (!glyph) {
      glyph = this.font.layout(String.fromCharCode(code), ['tnum']).glyphs[0] ?? this.glyph(code);
      this.figures.set(code, glyph);
    }
    return glyph;
  }

  private kerning(left: number, right: number): number {
    if (left === 0x20 || right === 0x20) return 0;
    const key = left * 0x10000 + right;
    let kerning = this.pairs.get(key);
    if (kerning === undefined) {
      const run = this.font.layout(String.fromCharCode(left, right));
      const [first, second] = run.positions;
      const glyph = run.glyphs[0];
      // A ligature or a contextual change gives another number of glyphs or another glyph: then no kerning is read off.
      kerning =
        run.positions.length === 2 && first && second && glyph?.id === this.glyph(left).id
          ? first.xAdvance - glyph.advanceWidth
          : 0;
      this.pairs.set(key, kerning);
    }
    return kerning;
  }

  private fromFontkit(text: string): Run {
    let run = this.shaped.get(text);
    if (!run) {
      if (this.shaped.size >= LARGEST_CACHE) this.shaped.clear();
      this.shaped.set(text, (run = this.font.layout(text)));
    }
    return {
      glyphs: run.glyphs,
      positions: run.positions.map((position) => ({
        xAdvance: position.xAdvance,
        yAdvance: position.yAdvance,
        xOffset: position.xOffset,
        yOffset: position.yOffset,
      })),
      advanceWidth: run.positions.reduce((sum, position) => sum + position.xAdvance, 0),
    };
  }
}
