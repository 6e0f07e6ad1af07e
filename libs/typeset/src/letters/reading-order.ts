import bidiFactory, { type Bidi } from 'bidi-js';

// Its types are of an ES module; what Node loads is the function itself.
const bidi = (bidiFactory as unknown as () => Bidi)();

/** A run of a line's letters in one direction. */
export interface Run {
  readonly text: string;
  readonly rightToLeft: boolean;
  /** Where it starts in the line as it is read. */
  readonly start: number;
  /** The stretch of the line that it belongs to: one for each part of the line that stands in an order of its own. */
  readonly stretch: number;
}

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

export const hasRightToLeft = (text: string): boolean => RIGHT_TO_LEFT.test(text);

/** The letters that a right-to-left run shows: brackets and their like turned round. */
export function mirrored(text: string): string {
  return [...text].map((character) => bidi.getMirroredCharacter(character) ?? character).join('');
}

/**
 * The runs of one line of left-to-right text in the order they are drawn, from left to right, by Unicode's bidirectional algorithm
 * (UAX #9). The letters of a run stand as they are read; the font engine turns those of right-to-left runs.
 */
export function drawingOrder(line: string): Run[] {
  if (line === '') return [];
  if (!hasRightToLeft(line)) return [{ text: line, rightToLeft: false, start: 0, stretch: 0 }];
  const embedding = bidi.getEmbeddingLevels(line, 'ltr');
  const { levels } = embedding;
  const runs: { start: number; end: number; level: number; stretch: number }[] = [];
  for (let index = 0; index < line.length; index += 1) {
    const level = levels[index] ?? 0;
    const last = runs.at(-1);
    if (last && last.level === level) last.end = index + 1;
    else {
      const stretch = last ? last.stretch + (last.level === 0 || level === 0 ? 1 : 0) : 0;
      runs.push({ start: index, end: index + 1, level, stretch });
    }
  }
  // Rule L2: from the highest level down, what stands at it or above is turned round.
  const highest = Math.max(...runs.map(({ level }) => level));
  for (let level = highest; level >= 1; level -= 1) {
    let from = 0;
    while (from < runs.length) {
      let to = from;
      while (to < runs.length && (runs[to]?.level ?? 0) >= level) to += 1;
      runs.splice(from, to - from, ...runs.slice(from, to).reverse());
      from = to + 1;
    }
  }
  return runs.map(({ start, end, level, stretch }) => ({
    text: line.slice(start, end),
    rightToLeft: level % 2 === 1,
    start,
    stretch,
  }));
}
