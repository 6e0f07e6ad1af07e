import { isSmall, tellingWords } from './normalise.js';
import type { OwnWords } from './own-words.js';
import { Phrases, without } from './phrases.js';
import type { Spelling } from './spelling.js';
import { doersOf, rejoined } from './word-forms.js';

/** A word of a query with the words that would do in its place; the likelier, the more a title with it counts, up to 1. */
export interface Slot {
  readonly word: string;
  readonly others: readonly { readonly word: string; readonly weight: number }[];
}

/** One way to read a query: what each title has to hold. */
export interface Reading {
  readonly slots: readonly Slot[];
  /** Which words may be only begun: the last, as while typing; the longer ones; either. None: whole words only. */
  readonly begun: 'none' | 'last' | 'long' | 'last or long';
}

const WEIGHT = { instead: 0.6, doer: 0.7, misspelt: 0.7 } as const;
const plain = (words: readonly string[]): Slot[] => words.map((word) => ({ word, others: [] }));

/** Reads what people type as what titles say, from the strictest reading to the freest. */
export class Readings {
  private readonly around = new Phrases<null>();
  private readonly seniority = new Phrases<null>();
  private readonly doing = new Phrases<string>();
  private readonly instead: ReadonlyMap<string, readonly string[]>;

  constructor(
    private readonly spelling: Spelling,
    ownWords: OwnWords,
    private readonly wordsOf: (text: string) => string[],
  ) {
    for (const phrase of ownWords.around) this.around.add(phrase, null);
    for (const phrase of ownWords.seniority) this.seniority.add(phrase, null);
    for (const { say, means } of ownWords.doing) for (const phrase of say) this.doing.add(phrase, means);
    this.instead = new Map(
      Object.entries(ownWords.instead).map(([word, others]) => [
        this.wordsOf(word).join(' '),
        others.flatMap((other) => this.wordsOf(other)),
      ]),
    );
    for (const word of this.instead.keys()) spelling.learn(word);
    for (const word of this.doing.words()) spelling.learn(word);
  }

  /** The words without what is said around a job; all of them when nothing else is left. */
  core(words: readonly string[]): readonly string[] {
    const core = without(words, this.around.in(words));
    return core.length > 0 ? core : words;
  }

  /** Every word must be in a title. @param words as typed, normalised */
  *strict(words: readonly string[]): Generator<Reading> {
    yield* both(tellingWords(words));
  }

  /** As {@link strict}, of other words for the same. */
  *free(words: readonly string[]): Generator<Reading> {
    const telling = tellingWords(words);
    for (const again of rejoined(telling, (word) => this.spelling.knows(word)))
      yield { slots: plain(again), begun: 'none' };
    const right = this.spelt(words);
    const meant = this.doing.in(right);
    if (meant.length > 0) {
      const said = meant.flatMap(({ meaning }) => this.wordsOf(meaning));
      yield* both(tellingWords([...without(right, meant), ...said]));
      yield* both(tellingWords(said));
    }
    yield { slots: this.slots(telling), begun: 'last or long' };
    const bare = this.bare(right);
    if (bare === undefined) return;
    yield* both(tellingWords(bare));
    yield { slots: this.slots(tellingWords(bare)), begun: 'last or long' };
  }

  /** The words without where somebody stands in the job; undefined when that is not said, or nothing else is. */
  bare(words: readonly string[]): readonly string[] | undefined {
    const seniority = this.seniority.in(words);
    const bare = without(words, seniority);
    return seniority.length === 0 || bare.every(isSmall) ? undefined : bare;
  }

  /** True when the words say nothing but where somebody stands in a job. */
  isSeniority(words: readonly string[]): boolean {
    return without(words, this.seniority.in(words)).every(isSmall);
  }

  /** The words that titles have, or that are some such word misspelt. */
  familiar(words: readonly string[]): readonly string[] {
    return words.filter((word) => this.spelling.knows(word) || this.readingsOf(word).length > 0);
  }

  /** Some of the words may be enough. Where somebody stands in a job is not asked for. */
  partial(words: readonly string[]): Reading {
    return { slots: this.slots(tellingWords(this.bare(words) ?? words)), begun: 'long' };
  }

  /** Misspelt words as the likeliest right one. */
  spelt(words: readonly string[]): string[] {
    return words.map((word) => (this.spelling.knows(word) ? word : (this.readingsOf(word)[0] ?? word)));
  }

  /** The last letter of a word nobody knows may be no plural. */
  private readingsOf(word: string): string[] {
    const found = this.spelling.readings(word);
    return found.length > 0 ? found : this.spelling.readings(`${word}s`);
  }

  private slots(words: readonly string[]): Slot[] {
    return words.map((word) => {
      const known = this.spelling.knows(word);
      const right = known ? [] : this.readingsOf(word);
      return {
        word,
        others: [
          ...this.akin(word, 1),
          ...right.flatMap((other) => [
            { word: other, weight: WEIGHT.misspelt },
            ...this.akin(other, WEIGHT.misspelt),
          ]),
        ],
      };
    });
  }

  /** Words for the same or for who does it. @param weight of the word itself */
  private akin(word: string, weight: number): Slot['others'] {
    const doers = doersOf(word, (other) => this.spelling.knows(other));
    return [
      ...(this.instead.get(word) ?? []).map((other) => ({ word: other, weight: weight * WEIGHT.instead })),
      ...doers.map((other) => ({ word: other, weight: weight * WEIGHT.doer })),
    ];
  }
}

function* both(words: readonly string[]): Generator<Reading> {
  yield { slots: plain(words), begun: 'last' };
  yield { slots: plain(words), begun: 'last or long' };
}
