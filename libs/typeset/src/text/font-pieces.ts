import type { Face, FontSet } from '../fonts/font-set.js';
import { drawingOrder } from './reading-order.js';

/** A stretch of text that one font draws. */
export interface FontPiece {
  readonly text: string;
  readonly font: string;
  /** In thousandths of the type size. */
  readonly width: number;
  readonly rightToLeft: boolean;
}

/** Text in drawing order, split where another font must draw: each letter by the first font of the face that has it. */
export function fontPieces(fonts: FontSet, text: string, face: Face, tabular = false): FontPiece[] {
  const main = fonts.main(face);
  return drawingOrder(text).flatMap(({ text: run, rightToLeft }) => {
    if (main.coversAll(run))
      return [{ text: run, font: main.name, width: main.width(run, tabular), rightToLeft }];
    const parts: { text: string; font: string }[] = [];
    for (const letter of run) {
      const font = fonts.fontFor(face, letter.codePointAt(0) ?? 0);
      if (!font) continue;
      const last = parts.at(-1);
      // A space between two fallback words stays in their font.
      const name = letter === ' ' && last ? last.font : font.name;
      if (last && last.font === name) last.text += letter;
      else parts.push({ text: letter, font: name });
    }
    const pieces = parts.map((part) => ({
      ...part,
      width: fonts.byName(part.font).width(part.text, tabular),
      rightToLeft,
    }));
    return rightToLeft ? pieces.reverse() : pieces;
  });
}
