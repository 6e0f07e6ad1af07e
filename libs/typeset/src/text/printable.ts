import type { FontSet } from '../fonts/font-set.js';
import { clustersOf, isUndrawn } from '../letters/scripts.js';

/** Emoji, their modifiers and flags; control, bidi-control and private-use characters; joiners and selectors. */
const PICTURES =
  /[\p{Extended_Pictographic}\p{Emoji_Modifier}\u{1f1e6}-\u{1f1ff}\u{e0020}-\u{e007f}\u20e3]/gu;
const UNSEEN = /[\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\p{Co}\p{Cn}\p{Cs}]/gu;
/** A joiner that joins nothing: only letters of other scripts and emoji are changed by one. */
const IDLE_JOINER =
  /(?<![\p{L}\p{M}\p{Emoji}\ufe0f])[\u200c\u200d]|[\u200c\u200d](?![\p{L}\p{M}\p{Emoji}])|(?<=\p{sc=Latn})[\u200c\u200d]/gu;
/** Signs that Unicode also counts as pictographs but that people write as text. */
const TEXT_SIGNS = new Set(['©', '®', '™', '↔']);

/** Text as it is kept and compared: composed (NFC), one space between words, without characters that nobody sees and that change no shape. */
export function tidied(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\p{Cc}/gu, ' ')
    .replace(UNSEEN, '')
    .replace(IDLE_JOINER, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** The same without emoji: for words that are not a person's name, such as those of charts and tables. */
export function withoutEmoji(text: string): string {
  return tidied(
    tidied(text)
      .replace(PICTURES, (sign) => (TEXT_SIGNS.has(sign) ? sign : ' '))
      .replace(/[\ufe00-\ufe0f]|(?<![\p{L}\p{M}])[\u200c\u200d]|[\u200c\u200d](?![\p{L}\p{M}])/gu, ' '),
  );
}

export interface Printable {
  readonly text: string;
  /** False when a word was left out. */
  readonly complete: boolean;
  /** The letters, marks included, that no font has; each once. */
  readonly missing: readonly string[];
}

/**
 * The words of a text that can be printed: every word that holds a letter none of the fonts has is left out, so that no empty box
 * is ever printed. Empty when nothing is left: the caller then refers to the order, whose confirmation email has the words in full.
 */
export function printable(text: string, fonts: FontSet): Printable {
  const missing = new Set<string>();
  const kept = tidied(text)
    .split(' ')
    .filter((word) => {
      const lacking = clustersOf(word).filter((cluster) => !fonts.covers(cluster));
      for (const cluster of lacking) missing.add(cluster);
      return lacking.length === 0;
    });
  return { text: kept.join(' '), complete: missing.size === 0, missing: [...missing] };
}

export interface CoverLine {
  /** The name as it will stand on the cover; empty when none of it can be printed. */
  readonly line: string;
  /** Letters of it that cannot be printed; the words that hold them are left out. */
  readonly missing: readonly string[];
  /** True when the line says something else than what was typed, spaces and composition aside. */
  readonly differs: boolean;
}

/** How a name will stand on the cover, for the form that asks for it. */
export function coverLine(name: string, fonts: FontSet): CoverLine {
  const { text, missing } = printable(name, fonts);
  const seen = (words: string): string =>
    [...words.normalize('NFC').replace(/\s+/gu, ' ').trim()].filter((letter) => !isUndrawn(letter)).join('');
  return { line: text, missing, differs: seen(text) !== seen(name) };
}
