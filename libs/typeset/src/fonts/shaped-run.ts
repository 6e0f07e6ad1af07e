/** A glyph at its place. All lengths in font units. */
export interface ShapedGlyph {
  readonly id: number;
  /** Its own advance, as the font says it. */
  readonly width: number;
  /** The advance to the next glyph, kerning included. */
  readonly advance: number;
  readonly dx: number;
  readonly dy: number;
  /** The letters that software reads off it; empty when the glyphs before it say all. */
  readonly text: string;
}

/** A word or run of one font, glyphs from left to right. */
export interface ShapedRun {
  readonly glyphs: readonly ShapedGlyph[];
  readonly advanceWidth: number;
  /** Each glyph stands for its own letters, in their order. */
  readonly oneToOne: boolean;
}

export const runOf = (glyphs: readonly ShapedGlyph[], oneToOne: boolean): ShapedRun => ({
  glyphs,
  oneToOne,
  advanceWidth: glyphs.reduce((sum, { advance }) => sum + advance, 0),
});
