import type { FilledWords } from './filled-words.js';

/** Words that are read as one: the frame of a sentence, a phrase it is filled with, a name in either. */
export interface SentenceUnit {
  /** Its words, with `HOLE` where other units stand, and with 0 for figures that the checks work out again. */
  readonly wording: string;
  /** Whether the draft filled it in, so that it may be other words for the next person. */
  readonly filled: boolean;
}

/** A sentence of a page, or a row of a table. */
export interface Sentence {
  readonly units: readonly SentenceUnit[];
  /** Its words in order, each with the place of its unit; together they are the sentence. */
  readonly parts: readonly { readonly text: string; readonly unit: number }[];
}

const HOLE = '◻';
const FIGURES = /\p{Nd}[\p{Nd}.,:–-]*/gu;

/** Divides a sentence into its frame and what it is filled with. Pure. */
export function sentenceParts(sentence: string, { names, texts }: FilledWords): Sentence {
  const units: { wording: string; filled: boolean; exact: boolean }[] = [];
  const parts: { text: string; unit: number }[] = [];
  const unit = (filled: boolean, exact: boolean): number => units.push({ wording: '', filled, exact }) - 1;
  const say = (text: string, of: number): void => {
    const own = units[of];
    if (text === '' || !own) return;
    own.wording += text;
    parts.push({ text, unit: of });
  };
  const withNames = (text: string, of: number): void => {
    for (const one of divided(text, names, (name) => name))
      if (one.is === undefined) say(one.text, of);
      else {
        const own = units[of];
        if (own) own.wording += HOLE;
        say(one.text, unit(true, true));
      }
  };
  const frame = unit(false, false);
  for (const one of divided(sentence, texts, ({ text }) => text))
    if (one.is === undefined) withNames(one.text, frame);
    else {
      const own = units[frame];
      if (own) own.wording += HOLE;
      withNames(one.text, unit(true, one.is.exact));
    }
  return {
    units: units.map(({ wording, filled, exact }) => ({
      wording: exact ? wording : wording.replace(FIGURES, '0'),
      filled,
    })),
    parts,
  };
}

interface Piece<One> {
  readonly text: string;
  /** What it is; not of the words between. */
  readonly is?: One;
}

/** A text cut where the given words stand in it as whole words, in small letters or capitals; the first given come first. */
function divided<One>(text: string, all: readonly One[], words: (one: One) => string): Piece<One>[] {
  const low = text.toLowerCase();
  // A few letters get longer in small letters; then places would not fit.
  if (low.length !== text.length) return [{ text }];
  for (const [index, is] of all.entries()) {
    const sought = words(is).toLowerCase();
    const at = wholeWords(low, sought);
    if (at < 0) continue;
    const [later, end] = [all.slice(index), at + sought.length];
    return [
      ...divided(text.slice(0, at), later, words),
      { text: text.slice(at, end), is },
      ...divided(text.slice(end), later, words),
    ].filter((piece) => piece.text !== '');
  }
  return [{ text }];
}

function wholeWords(low: string, sought: string): number {
  for (let at = low.indexOf(sought); at >= 0; at = low.indexOf(sought, at + 1))
    if (!isWordy(low[at - 1]) && !isWordy(low[at + sought.length])) return at;
  return -1;
}

const isWordy = (sign: string | undefined): boolean => sign !== undefined && /[\p{L}\p{N}]/u.test(sign);
