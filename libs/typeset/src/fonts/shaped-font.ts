import type { Font } from 'fontkit';
import { mirrored } from '../letters/reading-order.js';
import { isUndrawn } from '../letters/scripts.js';
import { Kerner } from './kerner.js';
import { lettersOfGlyphs, NOTHING } from './letters-of-glyphs.js';
import { type ShapedGlyph, type ShapedRun, runOf } from './shaped-run.js';

/** Latin, Greek and Cyrillic letters, figures and signs that need no shaping beyond kerning and ligatures. */
const SIMPLE =
  /^[\u0020-\u02ff\u0370-\u0482\u048a-\u052f\u1e00-\u1fff\u2000-\u200a\u2010-\u2027\u202f-\u205f\u2070-\u20cf\u2100-\u22ff]*$/;

const LATIN =
  /^[\u0020-\u02ff\u1e00-\u1eff\u2000-\u200a\u2010-\u2027\u202f-\u205f\u2070-\u20cf\u2100-\u22ff]*$/;

/** True when a text needs no shaping but kerning and ligatures. */
export const isSimple = (text: string): boolean => SIMPLE.test(text);

/** True for {@link isSimple} text in Latin letters: the house's own fonts and language. */
export const isLatin = (text: string): boolean => LATIN.test(text);

const LARGEST_CACHE = 16_000;

export interface Shaping {
  readonly rightToLeft?: boolean;
  /** Width of a space in thousandths of the type size, when it is that of another font. */
  readonly space?: number;
}

/**
 * A parsed font that lays text out fast: simple text by the {@link Kerner}, other scripts by fontkit. What is found is kept for as long as the
 * process lives, because the words of the copy come again and again.
 */
export class ShapedFont {
  private readonly kerner: Kerner;
  private readonly runs = new Map<string, ShapedRun>();
  private readonly tabularRuns = new Map<string, ShapedRun>();
  private readonly coverage = new Map<number, boolean>();
  private readonly coveredWords = new Map<string, boolean>();

  constructor(
    readonly name: string,
    /** The font as fontkit reads it, for the file that embeds it. */
    readonly parsed: Font,
  ) {
    this.kerner = new Kerner(parsed);
  }

  covers(codePoint: number): boolean {
    let covered = this.coverage.get(codePoint);
    if (covered === undefined)
      this.coverage.set(codePoint, (covered = this.parsed.hasGlyphForCodePoint(codePoint)));
    return covered;
  }

  /** Width of `text` in thousandths of the type size. */
  width(text: string, tabular = false, shaping: Shaping = {}): number {
    return (this.run(text, tabular, shaping).advanceWidth * 1000) / this.parsed.unitsPerEm;
  }

  /** True when every character that is drawn has a glyph. */
  coversAll(word: string): boolean {
    let covered = this.coveredWords.get(word);
    if (covered === undefined) {
      covered = [...word].every((letter) => this.covers(letter.codePointAt(0) ?? 0) || isUndrawn(letter));
      keep(this.coveredWords, word, covered);
    }
    return covered;
  }

  run(text: string, tabular = false, { rightToLeft = false, space }: Shaping = {}): ShapedRun {
    const simple = !rightToLeft && isSimple(text);
    const runs = simple && tabular ? this.tabularRuns : this.runs;
    const key = simple ? text : `${rightToLeft ? '<' : '>'}${space ?? ''}|${text}`;
    let run = runs.get(key);
    if (!run) {
      run = simple ? this.kerner.run(text, tabular) : this.shaped(text, rightToLeft, space);
      keep(runs, key, run);
    }
    return run;
  }

  private shaped(text: string, rightToLeft: boolean, space: number | undefined): ShapedRun {
    const direction = rightToLeft ? 'rtl' : 'ltr';
    const layout = (words: string): ReturnType<Font['layout']> =>
      this.parsed.layout(rightToLeft ? mirrored(words) : words, undefined, undefined, undefined, direction);
    const { glyphs, positions } = layout(text);
    const spaceWidth = space === undefined ? undefined : (space * this.parsed.unitsPerEm) / 1000;
    const placed = glyphs.map(({ id, advanceWidth, codePoints }, index) => {
      // fontkit puts a space without width in the place of a joiner.
      const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[index] ?? {};
      const advance = xAdvance > 0 && codePoints[0] === 0x20 ? (spaceWidth ?? xAdvance) : xAdvance;
      return { id, width: advanceWidth, advance, dx: xOffset, dy: yOffset, codePoints };
    });
    return rightToLeft
      ? rightToLeftRun(
          text,
          placed,
          (cluster) => layout(cluster).positions.filter(({ xAdvance }) => xAdvance > 0).length,
        )
      : leftToRightRun(text, placed, (cluster) => layout(cluster).glyphs.length);
  }
}

interface PlacedGlyph extends Omit<ShapedGlyph, 'text'> {
  readonly codePoints: readonly number[];
}

function leftToRightRun(
  text: string,
  glyphs: readonly PlacedGlyph[],
  countOf: (cluster: string) => number,
): ShapedRun {
  const letters = lettersOfGlyphs(text, glyphs.length, countOf);
  const oneToOne = glyphs.every(
    ({ codePoints }, index) => letters[index] === String.fromCodePoint(...codePoints),
  );
  return runOf(
    glyphs.map((glyph, index) => ({ ...glyph, text: letters[index] ?? NOTHING })),
    oneToOne,
  );
}

/**
 * Marks of the text stand for themselves. The dots of Arabic letters, which fonts draw apart, stand for nothing and are drawn after the
 * letters, from right to left: between two letters they would be taken for a gap, and so for a space.
 */
function rightToLeftRun(
  text: string,
  glyphs: readonly PlacedGlyph[],
  countOf: (cluster: string) => number,
): ShapedRun {
  const own = glyphs.filter(({ codePoints }) => codePoints.length > 0);
  const said = own.map(({ codePoints }) => String.fromCodePoint(...codePoints)).reverse();
  const eachItsOwn = said.join('') === mirrored(text);
  const spoken = eachItsOwn ? own : glyphs.filter(({ advance }) => advance > 0);
  const letters = (eachItsOwn ? said.map(mirrored) : lettersOfGlyphs(text, spoken.length, countOf)).reverse();
  const end = glyphs.reduce((sum, { advance }) => sum + advance, 0);
  const drawn: ShapedGlyph[] = [];
  const after: ShapedGlyph[] = [];
  let x = 0;
  for (const glyph of glyphs) {
    if (spoken.includes(glyph)) drawn.push({ ...glyph, text: letters[drawn.length] ?? NOTHING });
    else {
      after.unshift({ ...glyph, advance: 0, dx: x + glyph.dx - end, text: NOTHING });
      const last = drawn.at(-1);
      if (glyph.advance !== 0 && last)
        drawn[drawn.length - 1] = { ...last, advance: last.advance + glyph.advance };
    }
    x += glyph.advance;
  }
  return runOf([...drawn, ...after], false);
}

function keep<Value>(map: Map<string, Value>, key: string, value: Value): void {
  if (map.size >= LARGEST_CACHE) map.clear();
  map.set(key, value);
}
