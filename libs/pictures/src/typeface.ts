import { create, type Font } from 'fontkit';
import type { Canvas, Colour } from './canvas.js';
import { outlineOf } from './outline.js';

/** Widths kept; a text is laid out once and not for each size that is tried. */
const MOST_WIDTHS = 4_000;

/** A font that writes on a {@link Canvas}. */
export class Typeface {
  private readonly font: Font;
  private readonly widths = new Map<string, number>();

  /** @param bytes of a TTF or OTF file. @throws when it is none */
  constructor(bytes: Uint8Array) {
    this.font = create(bytes);
  }

  /** Width of a line in pixels at a size in pixels. */
  width(text: string, size: number): number {
    let width = this.widths.get(text);
    if (width === undefined) {
      if (this.widths.size >= MOST_WIDTHS) this.widths.clear();
      width = this.font.layout(text).advanceWidth / this.font.unitsPerEm;
      this.widths.set(text, width);
    }
    return width * size;
  }

  /** Writes one line whose base line begins at (x, y). */
  write(canvas: Canvas, text: string, x: number, y: number, size: number, fill: Colour): void {
    const scale = size / this.font.unitsPerEm;
    const { glyphs, positions } = this.font.layout(text);
    let pen = x;
    glyphs.forEach((glyph, index) => {
      const { xOffset = 0, yOffset = 0, xAdvance = 0 } = positions[index] ?? {};
      const origin = { x: pen + xOffset * scale, y: y - yOffset * scale };
      canvas.shape(outlineOf(glyph.path.commands, origin.x, origin.y, scale), fill);
      pen += xAdvance * scale;
    });
  }

  /**
   * Breaks a text into lines of at most `width` pixels that are about equally long, so that none is left with a single word.
   * A word that is too long by itself stands alone and sticks out; the caller chooses a smaller size.
   */
  lines(text: string, size: number, width: number): string[] {
    const words = text.split(/\s+/).map((word) => ({ word, wide: this.width(`${word} `, size) }));
    const filled = (limit: number): string[] => {
      const lines: string[] = [];
      let used = Infinity;
      for (const { word, wide } of words) {
        if (used + wide > limit) {
          lines.push(word);
          used = wide;
        } else {
          lines.push(`${lines.pop() ?? ''} ${word}`);
          used += wide;
        }
      }
      return lines;
    };
    const fewest = filled(width).length;
    let [tooNarrow, fits] = [0, width];
    while (fits - tooNarrow > 2) {
      const middle = (tooNarrow + fits) / 2;
      if (filled(middle).length > fewest || Math.max(...words.map(({ wide }) => wide)) > middle)
        tooNarrow = middle;
      else fits = middle;
    }
    return filled(fits);
  }
}
