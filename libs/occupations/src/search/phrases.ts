import { wordsOf } from './normalise.js';

/** A phrase found among words: where it begins and how many words it takes. */
export interface PhraseMatch<T> {
  readonly meaning: T;
  readonly from: number;
  readonly length: number;
}

/** Phrases of one or more words, each with a meaning, found in what people type. Words are compared as search compares them. */
export class Phrases<T> {
  private readonly byFirst = new Map<string, { words: readonly string[]; meaning: T }[]>();

  add(phrase: string, meaning: T): void {
    const words = wordsOf(phrase);
    const [first] = words;
    if (first === undefined) return;
    const same = this.byFirst.get(first) ?? [];
    this.byFirst.set(
      first,
      [...same, { words, meaning }].sort((a, b) => b.words.length - a.words.length),
    );
  }

  /** Every word of every phrase. */
  *words(): Generator<string> {
    for (const phrases of this.byFirst.values()) for (const { words } of phrases) yield* words;
  }

  /** The phrases in the words, first to last, none within another: of two that begin at the same word the longer. */
  in(words: readonly string[]): PhraseMatch<T>[] {
    const found: PhraseMatch<T>[] = [];
    for (let from = 0; from < words.length; from += 1) {
      const here = this.byFirst
        .get(words[from] ?? '')
        ?.find((phrase) => phrase.words.every((word, place) => words[from + place] === word));
      if (!here) continue;
      found.push({ meaning: here.meaning, from, length: here.words.length });
      from += here.words.length - 1;
    }
    return found;
  }
}

/** The words without those of the phrases. */
export const without = (
  words: readonly string[],
  phrases: readonly Pick<PhraseMatch<unknown>, 'from' | 'length'>[],
): string[] =>
  words.filter((_, place) => !phrases.some(({ from, length }) => place >= from && place < from + length));
