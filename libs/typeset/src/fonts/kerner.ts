import type { Font, Glyph } from 'fontkit';
import { type ShapedGlyph, type ShapedRun, runOf } from './shaped-run.js';

/** Sequences that a font may draw as one shape, the longest first. */
const LIGATURES = ['ffi', 'ffl', 'fft', 'ffj', 'ff', 'fi', 'fl', 'ft', 'fj'];

/** A letter, or several that the font draws as one shape. */
interface Unit {
  readonly text: string;
  readonly glyph: Glyph;
  /** Keeps its width, so that figures stand under each other. */
  readonly figure: boolean;
}

/**
 * Lays out text that needs no shaping beyond kerning and ligatures. Shaping a word with fontkit costs about half a millisecond, more than
 * drawing it, so words are put together from glyphs and kerning pairs that are worked out once a font.
 */
export class Kerner {
  private readonly letters = new Map<string, Unit>();
  private readonly figures = new Map<string, Unit>();
  private readonly pairs = new Map<string, number>();
  private ligatures: ReadonlyMap<string, Unit> | null = null;

  constructor(private readonly font: Font) {}

  run(text: string, tabular: boolean): ShapedRun {
    const glyphs: ShapedGlyph[] = [];
    let last: Unit | null = null;
    for (let at = 0; at < text.length;) {
      const unit = this.unitAt(text, at, tabular);
      const before = glyphs.at(-1);
      if (before && last) glyphs[glyphs.length - 1] = kernedBy(before, this.kerning(last, unit));
      const { id, advanceWidth } = unit.glyph;
      glyphs.push({ id, width: advanceWidth, advance: advanceWidth, dx: 0, dy: 0, text: unit.text });
      last = unit;
      at += unit.text.length;
    }
    return runOf(glyphs, true);
  }

  private unitAt(text: string, at: number, tabular: boolean): Unit {
    if (text[at] === 'f') {
      this.ligatures ??= this.findLigatures();
      for (const [letters, unit] of this.ligatures) if (text.startsWith(letters, at)) return unit;
    }
    const letter = text[at] ?? '';
    if (tabular && letter >= '0' && letter <= '9') {
      return known(this.figures, letter, () => ({
        text: letter,
        glyph:
          this.font.layout(letter, ['tnum']).glyphs[0] ?? this.font.glyphForCodePoint(letter.charCodeAt(0)),
        figure: true,
      }));
    }
    return known(this.letters, letter, () => ({
      text: letter,
      glyph: this.font.glyphForCodePoint(letter.charCodeAt(0)),
      figure: false,
    }));
  }

  private findLigatures(): Map<string, Unit> {
    const found = new Map<string, Unit>();
    for (const letters of LIGATURES) {
      const { glyphs } = this.font.layout(letters);
      if (glyphs[0] && glyphs.length === 1)
        found.set(letters, { text: letters, glyph: glyphs[0], figure: false });
    }
    return found;
  }

  private kerning(left: Unit, right: Unit): number {
    if (left.figure || right.figure || left.text === ' ' || right.text === ' ') return 0;
    return known(this.pairs, `${left.text}|${right.text}`, () => {
      const run = this.font.layout(left.text + right.text);
      const [first, second] = run.positions;
      const glyph = run.glyphs[0];
      // A contextual change gives another number of glyphs or another glyph: then no kerning is read off.
      return run.positions.length === 2 && first && second && glyph?.id === left.glyph.id
        ? first.xAdvance - glyph.advanceWidth
        : 0;
    });
  }
}

const kernedBy = (glyph: ShapedGlyph, kerning: number): ShapedGlyph =>
  kerning === 0 ? glyph : { ...glyph, advance: glyph.advance + kerning };

function known<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
  let value = map.get(key);
  if (value === undefined) map.set(key, (value = make()));
  return value;
}
