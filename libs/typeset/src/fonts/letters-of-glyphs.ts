import { clustersOf } from '../letters/scripts.js';

/** What a glyph stands for when those beside it say all: a zero-width space, which readers leave out. Every code must stand for something. */
export const NOTHING = '\u200b';

/**
 * Which letters of `text` each of its glyphs stands for, so that what software reads off the glyphs one after another is the text. Glyphs
 * are given by their number, in reading order. Shaping joins, splits and reorders letters within a cluster ("ffi", a vowel sign that is
 * drawn before its consonant), so a cluster's letters are dealt out over its glyphs in the order they are read. `countOf` shapes a cluster
 * by itself.
 */
export function lettersOfGlyphs(
  text: string,
  glyphs: number,
  countOf: (cluster: string) => number,
): string[] {
  const clusters = clustersOf(text);
  const counts = clusters.length === glyphs ? clusters.map(() => 1) : clusters.map(countOf);
  const fits = counts.reduce((sum, count) => sum + count, 0) === glyphs && !counts.includes(0);
  return joinersAhead(
    fits ? clusters.flatMap((cluster, index) => deal(cluster, counts[index] ?? 0)) : deal(text, glyphs),
  );
}

/** Letters over glyphs, one each, the rest to the last; taken apart (NFD) when there are more glyphs than letters. */
function deal(text: string, glyphs: number): string[] {
  let letters = [...text];
  if (letters.length < glyphs) letters = [...text.normalize('NFD')];
  return Array.from({ length: glyphs }, (_none, index) =>
    index < glyphs - 1 ? (letters[index] ?? NOTHING) : letters.slice(index).join('') || NOTHING,
  );
}

/** Readers leave out a glyph that stands for a joiner, or for letters that end in one; a joiner goes with the letters after it. */
function joinersAhead(letters: readonly string[]): string[] {
  let ahead = '';
  const last = letters.length - 1;
  return letters.map((text, index) => {
    const whole = ahead + (text === NOTHING ? '' : text);
    const [, shown = '', joiners = ''] = /^([\s\S]*?)([\u200c\u200d]*)$/u.exec(whole) ?? [];
    ahead = index === last ? '' : joiners;
    return (index === last ? whole : shown) || NOTHING;
  });
}
