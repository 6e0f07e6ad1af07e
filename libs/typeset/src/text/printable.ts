import type { FontSet } from '../fonts/font-set.js';

/** Emoji, their modifiers and joiners, flags and keycaps; control, bidi-control and private-use characters. */
const NOT_LETTERS =
  /[\p{Extended_Pictographic}\p{Emoji_Modifier}\u{1f1e6}-\u{1f1ff}\u{e0020}-\u{e007f}\u20e3\ufe00-\ufe0f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\p{Co}\p{Cn}\p{Cs}]/gu;
/** Signs that Unicode also counts as pictographs but that people write as text. */
const TEXT_SIGNS = new Set(['©', '®', '™', '↔']);

/**
 * Text as it can be printed: composed (NFC), one space between words, without emoji and invisible characters. Emoji are left out of
 * names and titles on paper by rule: no text font draws them, and a reader's software would read them aloud in the middle of a name.
 */
export function withoutEmoji(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\p{Cc}/gu, ' ')
    .replace(NOT_LETTERS, (sign) => (TEXT_SIGNS.has(sign) ? sign : ' '))
    .replace(/\s+/gu, ' ')
    .trim();
}

/**
 * The same, less every word that holds a letter none of the fonts has (for example Chinese or Devanagari letters), so that no empty box
 * is ever printed. Empty when nothing is left: the caller then refers to the order, whose confirmation email has the words in full.
 */
export function printable(text: string, fonts: FontSet): { text: string; complete: boolean } {
  const words = withoutEmoji(text).split(' ');
  const kept = words.filter((word) =>
    [...word].every((character) => fonts.covers(character.codePointAt(0) ?? 0)),
  );
  return { text: kept.join(' '), complete: kept.length === words.length };
}
