import type { ShapedFont, Shaping } from '../fonts/shaped-font.js';
import type { ShapedGlyph, ShapedRun } from '../fonts/shaped-run.js';
import { isSimple } from '../fonts/shaped-font.js';
import { addGlyph, type EmbeddedFont } from './pdfkit-insides.js';

/**
 * A font in one file. Words are written as codes of the embedded glyphs, each word worked out once: the same words come again and again
 * on 15 pages.
 */
export class FontOnPaper {
  /** By glyph and by the letters it stands for. */
  private readonly codes = new Map<string, string>();
  private readonly glyphs = new Set<number>();
  private readonly words = new Map<string, string>();
  private readonly tabularWords = new Map<string, string>();
  private readonly space: string;

  constructor(
    readonly embedded: EmbeddedFont,
    private readonly shaped: ShapedFont,
  ) {
    this.space = this.codesOf(shaped.run(' '));
  }

  /** The operators that draw `text`: codes with the kerning between them, in thousandths of the type size. */
  shown(text: string, tabular: boolean, size: number, shaping: Shaping = {}): string {
    if (shaping.rightToLeft || !isSimple(text))
      return this.placed(this.shaped.run(text, tabular, shaping), size);
    const known = tabular ? this.tabularWords : this.words;
    let shown = '';
    let start = 0;
    while (start <= text.length) {
      let end = text.indexOf(' ', start);
      if (end < 0) end = text.length;
      const word = text.slice(start, end);
      let codes = known.get(word);
      if (codes === undefined) known.set(word, (codes = this.codesOf(this.shaped.run(word, tabular))));
      shown += start > 0 ? this.space + codes : codes;
      start = end + 1;
    }
    return `[<${shown}>] TJ\n`;
  }

  /** Glyphs that marks raise or lower: those of one height go together. */
  private placed({ glyphs }: ShapedRun, size: number): string {
    let shown = '';
    let line = '';
    let height = 0;
    const flush = (): void => {
      if (line !== '') shown += `[<${line}>] TJ\n`;
      line = '';
    };
    for (const glyph of glyphs) {
      if (glyph.dy !== height) {
        flush();
        height = glyph.dy;
        shown += `${this.rise(height, size)} Ts\n`;
      }
      line += this.drawn(glyph);
    }
    flush();
    return height === 0 ? shown : `${shown}0 Ts\n`;
  }

  private rise(height: number, size: number): number {
    return Math.round(height * this.embedded.scale * size) / 1000;
  }

  private codesOf({ glyphs }: ShapedRun): string {
    return glyphs.map((glyph) => this.drawn(glyph)).join('');
  }

  private drawn(glyph: ShapedGlyph): string {
    const { scale } = this.embedded;
    const before = Math.round(-glyph.dx * scale);
    const after = Math.round((glyph.width - glyph.advance + glyph.dx) * scale);
    return `${before === 0 ? '' : `> ${before} <`}${this.code(glyph)}${after === 0 ? '' : `> ${after} <`}`;
  }

  private code({ id, width, text }: ShapedGlyph): string {
    const key = `${id}|${text}`;
    let code = this.codes.get(key);
    if (code === undefined) {
      const number = addGlyph(this.embedded, id, width, text, !this.glyphs.has(id));
      this.glyphs.add(id);
      this.codes.set(key, (code = number.toString(16).padStart(4, '0')));
    }
    return code;
  }
}
