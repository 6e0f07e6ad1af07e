import { setImmediate } from 'node:timers/promises';
import MiniSearch, { type Query, type SearchResult } from 'minisearch';
import type { SearchHit } from '../model/search-hit.js';
import { tellingWords, wordsOf } from './normalise.js';
import type { OwnWords } from './own-words.js';
import { type Reading, Readings, type Slot } from './readings.js';
import type { SearchEntry } from './search-entry.js';
import { Spelling } from './spelling.js';
import { TitleDocuments, type TitleDocument } from './title-documents.js';
import { TitleHeads } from './title-heads.js';

/** A query longer than this is cut: no title is. Characters. */
const LONGEST_QUERY = 100;
/** A title that is the query word for word. */
const EXACT = 4;
/** An occupation whose own title holds every word that was asked for. */
const IN_OWN_TITLE = 1.6;
/** With fewer answers than this, a freer reading adds to them. */
const ENOUGH = 3;
/** Work that the place named beside it is known for. */
const FAVOURED = 2;
/** A word that a title only begins with. */
const BEGUN = 0.6;
/** Occupations, then titles, that are read in one step of {@link TitleSearch.warm}: some milliseconds of work. */
const STEP = { entries: 10, titles: 250 } as const;

export const NO_OWN_WORDS: OwnWords = { around: [], seniority: [], instead: {}, doing: [] };

/** Search over titles and alternate titles, with typing mistakes, unfinished words, own words and both spellings of English. */
export class TitleSearch {
  private readonly titles = new TitleDocuments();
  private readonly ownWords = new Map<string, ReadonlySet<string>>();
  private readonly spelling = new Spelling();
  private readonly heads = new TitleHeads();
  private readonly readings: Readings;
  private readonly index = new MiniSearch<TitleDocument>({
    fields: ['words'],
    tokenize: (words) => words.split(' '),
    processTerm: (term) => term,
  });
  private readonly building: Iterator<void>;

  /** Costs nothing yet: the index is built by {@link warm}, or by the first search. */
  constructor(entries: readonly SearchEntry[], own: OwnWords = NO_OWN_WORDS) {
    this.readings = new Readings(this.spelling, own, wordsOf);
    this.building = this.build(entries);
  }

  /** Builds the index in small steps between other work, so that the first search need not wait. */
  async warm(): Promise<void> {
    await setImmediate();
    while (!this.building.next().done) await setImmediate();
  }

  /** Occupations by likelihood, each once, with the title that was found; none when no title comes close. */
  search(query: string, limit = 10): SearchHit[] {
    const words = this.wordsOf(query);
    return this.fitting(words, limit) ?? this.near(words, limit);
  }

  /** The words of a query, normalised, without what people say around a job. */
  wordsOf(query: string): readonly string[] {
    while (!this.building.next().done);
    const words = wordsOf(query.slice(0, LONGEST_QUERY));
    return this.isTitle(words) ? words : this.readings.core(words);
  }

  /** True when the words are a whole title. */
  isTitle(words: readonly string[]): boolean {
    return this.titles.has(tellingWords(words).join(' '));
  }

  /** True when some title has the word. */
  isInTitles(word: string): boolean {
    return this.heads.knows(word);
  }

  /** The words with misspelt ones as the likeliest right one. @param learn words that are right too */
  spelt(words: readonly string[]): string[] {
    return this.readings.spelt(words);
  }

  /** True when the words say nothing but where somebody stands in a job. */
  isSeniority(words: readonly string[]): boolean {
    return this.readings.isSeniority(words);
  }

  /** A word that no title has and is right. Before the first search. */
  learn(word: string): void {
    this.spelling.learn(word);
  }

  /** Occupations of which a title holds all that was asked for, by the strictest reading that finds any; undefined when none does. */
  fitting(
    words: readonly string[],
    limit: number,
    how: 'strict' | 'free' = 'free',
    favoured: ReadonlySet<string> = new Set(),
  ): SearchHit[] | undefined {
    if (words.length === 0) return undefined;
    const wanted = tellingWords(words).join(' ');
    const read = function* (readings: Readings): Generator<Reading> {
      yield* readings.strict(words);
      if (how === 'free') yield* readings.free(words);
    };
    for (const reading of read(this.readings)) {
      const found = this.index.search(queryOf(reading, 'AND'));
      if (found.length === 0) continue;
      const hits = this.ranked(found, reading.slots, wanted, limit, favoured);
      return hits.length < ENOUGH && !this.isTitle(words) ? this.more(hits, words, limit, favoured) : hits;
    }
    return undefined;
  }

  /** Few titles say “senior”: where they are only one or two, the same work without it follows. */
  private more(
    hits: readonly SearchHit[],
    words: readonly string[],
    limit: number,
    favoured: ReadonlySet<string>,
  ): SearchHit[] {
    const bare = this.readings.bare(words);
    const others = (bare && this.fitting(bare, limit, 'free', favoured)) ?? [];
    return together(hits, others).slice(0, limit);
  }

  /** Occupations of which a title holds some of what was asked for, as long as that names a kind of work: “editor”, not “banana”. */
  near(words: readonly string[], limit: number, favoured: ReadonlySet<string> = new Set()): SearchHit[] {
    if (words.length === 0) return [];
    const familiar = this.readings.familiar(words);
    const named = familiar.length < words.length && familiar.some((word) => this.heads.isHead(word));
    const fitting = (named && this.fitting(familiar, limit, 'strict', favoured)) || [];
    if (fitting.length >= ENOUGH) return fitting;
    const reading = this.readings.partial(words);
    const found = this.index
      .search(queryOf(reading, 'OR'))
      .filter(({ terms }) => terms.some((term) => this.heads.isHead(term)));
    const near = this.ranked(found, reading.slots, tellingWords(words).join(' '), limit, favoured);
    return together(fitting, near).slice(0, limit);
  }

  private ranked(
    found: readonly SearchResult[],
    slots: readonly Slot[],
    wanted: string,
    limit: number,
    favoured: ReadonlySet<string>,
  ): SearchHit[] {
    const best = new Map<string, { readonly hit: SearchHit; readonly score: number }>();
    for (const { id, score, queryTerms } of found) {
      const document = this.titles.all[id as number];
      if (!document) continue;
      const exact = document.words === wanted ? EXACT : 1;
      // A title with one of two words is a much weaker answer than one with both, however common the job.
      const whole = (slots.filter((slot) => hasAny(slot, queryTerms)).length / slots.length) ** 2;
      for (const { entry, strength } of document.holders) {
        const ownTitle = this.ownWords.get(entry.slug) ?? new Set();
        const own = slots.every((slot) => wordsIn(slot, AS_GOOD).some((word) => ownTitle.has(word)))
          ? IN_OWN_TITLE
          : 1;
        const place = favoured.has(entry.slug) ? FAVOURED : 1;
        const total = score * exact * whole * strength * own * place * entry.boost;
        if (total <= (best.get(entry.slug)?.score ?? 0)) continue;
        best.set(entry.slug, {
          score: total,
          hit: { slug: entry.slug, title: entry.title, matchedTitle: document.title },
        });
      }
    }
    return [...best.values()]
      .sort((a, b) => b.score - a.score || (a.hit.slug < b.hit.slug ? -1 : 1))
      .slice(0, limit)
      .map(({ hit }) => hit);
  }

  private *build(entries: readonly SearchEntry[]): Generator<void, void> {
    for (const [place, entry] of entries.entries()) {
      this.titles.add(entry);
      this.ownWords.set(entry.slug, new Set(wordsOf(entry.title)));
      if (place % STEP.entries === 0) yield;
    }
    const documents = this.titles.all;
    for (let from = 0; from < documents.length; from += STEP.titles) {
      const some = documents.slice(from, from + STEP.titles);
      this.index.addAll(some);
      for (const { title, words } of some) {
        const own = words.split(' ');
        for (const word of own) this.spelling.learn(word);
        this.heads.learn(title, own);
      }
      yield;
    }
  }
}

/** A word that stands for another from here on counts as the one that was typed. */
const AS_GOOD = 0.6;

const wordsIn = ({ word, others }: Slot, from = 0): string[] => [
  word,
  ...others.filter(({ weight }) => weight >= from).map((other) => other.word),
];

const hasAny = (slot: Slot, words: readonly string[]): boolean =>
  wordsIn(slot).some((word) => words.includes(word));

function queryOf({ slots, begun }: Reading, combineWith: 'AND' | 'OR'): Query {
  return {
    combineWith,
    queries: slots.map((slot, place): Query => {
      const last = begun.startsWith('last') && place === slots.length - 1;
      const prefix = last || (begun.endsWith('long') && slot.word.length > 3);
      return {
        combineWith: 'OR',
        queries: [
          { queries: [slot.word], prefix, weights: { fuzzy: 0, prefix: BEGUN } },
          ...slot.others.map(({ word, weight }) => ({ queries: [word], boostTerm: () => weight })),
        ],
      };
    }),
  };
}

/** The first hits, then those of the others that are not among them. */
const together = (hits: readonly SearchHit[], others: readonly SearchHit[]): SearchHit[] => [
  ...hits,
  ...others.filter(({ slug }) => hits.every((hit) => hit.slug !== slug)),
];
