import type { Face, FontSet } from '../fonts/font-set.js';
import type { ShapedFont } from '../fonts/shaped-font.js';
import { drawingOrder, type Run } from '../letters/reading-order.js';
import { clustersOf, languageOf, type Script, scriptOf } from '../letters/scripts.js';

/** Words that software is told more about than their letters: shared by all pieces that draw them. */
export interface Stretch {
  /** The words as they are read; null when the pieces' own letters say the same in the same order. */
  readonly actual: string | null;
  /** Their language, if it is not the document's. */
  readonly language: string | null;
}

/** A stretch of text that one font draws. */
export interface FontPiece {
  /** Its letters as they are read. */
  readonly text: string;
  readonly font: string;
  /** In thousandths of the type size. */
  readonly width: number;
  readonly rightToLeft: boolean;
  /** Width of its spaces in thousandths of the type size, if not its font's own: that of the line's main font. */
  readonly space?: number;
  readonly stretch: Stretch | null;
  /** Where it stands among the letters of its line as they are read. */
  readonly start: number;
}

interface Part {
  text: string;
  font: ShapedFont;
  script: Omit<Script, 'font'> | null;
  start: number;
}

/** Text in drawing order, split where another font must draw: each letter by the first font of the face that has it. */
export function fontPieces(fonts: FontSet, text: string, face: Face, tabular = false): FontPiece[] {
  const main = fonts.main(face);
  const space = main.width(' ');
  const runs = drawingOrder(text);
  const stretches = new Map<number, Stretch>();
  return runs.flatMap((run) => {
    const parts = partsOf(fonts, run, face);
    const mixed = runs.some(({ stretch, rightToLeft }) => stretch === run.stretch && rightToLeft);
    const pieces = parts.map((part) => ({
      text: part.text,
      font: part.font.name,
      width: part.font.width(part.text, tabular, { rightToLeft: run.rightToLeft, space }),
      rightToLeft: run.rightToLeft,
      space,
      stretch: mixed ? stretchOf(stretches, runs, run.stretch) : ownStretch(part),
      start: part.start,
    }));
    return run.rightToLeft ? pieces.reverse() : pieces;
  });
}

function partsOf(fonts: FontSet, run: Run, face: Face): Part[] {
  const parts: Part[] = [];
  let start = run.start;
  for (const cluster of clustersOf(run.text)) {
    const last = parts.at(-1);
    // A space between two words of another font stays with them, and so does a sign after a word of another script.
    const font = cluster === ' ' && last ? last.font : fonts.fontFor(face, cluster);
    const script = last && !/[\p{L}\p{N}]/u.test(cluster) ? last.script : scriptOf(cluster);
    if (font && last && last.font === font && last.script === script) last.text += cluster;
    else if (font) parts.push({ text: cluster, font, script, start });
    start += cluster.length;
  }
  return parts;
}

/** The one stretch of all runs that stand in an order of their own. */
function stretchOf(known: Map<number, Stretch>, runs: readonly Run[], number: number): Stretch {
  let stretch = known.get(number);
  if (!stretch) {
    const actual = runs
      .filter((run) => run.stretch === number)
      .sort((a, b) => a.start - b.start)
      .map(({ text }) => text)
      .join('');
    known.set(number, (stretch = { actual, language: languageOf(actual) }));
  }
  return stretch;
}

function ownStretch({ text, font }: Part): Stretch | null {
  const { oneToOne } = font.run(text);
  const language = languageOf(text);
  return oneToOne && language === null ? null : { actual: oneToOne ? null : text, language };
}
