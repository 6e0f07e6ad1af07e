import { setImmediate, setTimeout } from 'node:timers/promises';
import MiniSearch, { type SearchOptions, type SearchResult } from 'minisearch';
import type { SearchHit } from '../model/search-hit.js';
import { wordsOf } from './normalise.js';
import type { SearchEntry } from './search-entry.js';
import { TitleDocuments, type TitleDocument } from './title-documents.js';

/** A query longer than this is cut: no title is. Characters. */
const LONGEST_QUERY = 100;
/** A title that is the query word for word. */
const EXACT = 4;
/** An occupation whose own title holds every word that was asked for. */
const IN_OWN_TITLE = 1.6;
/** Occupations, then titles, that are read in one step of {@link TitleSearch.warm}: some milliseconds of work. */
const STEP = { entries: 10, titles: 250 } as const;

/** Search over titles and alternate titles, with typing mistakes, unfinished words and both spellings of English. */
export class TitleSearch {
  private readonly titles = new TitleDocuments();
  private readonly ownWords = new Map<string, ReadonlySet<string>>();
  private readonly vocabulary = new Set<string>();
  private readonly index = new MiniSearch<TitleDocument>({
    fields: ['words'],
    tokenize: (words) => words.split(' '),
    processTerm: (term) => term,
  });
  private readonly building: Iterator<void>;

  /** Costs nothing yet: the index is built by {@link warm}, or by the first search. */
  constructor(entries: readonly SearchEntry[]) {
    this.building = this.build(entries);
  }

  /** Builds the index in small steps between other work, from `patience` milliseconds on, so that the first search need not wait. */
  async warm(patience = 0): Promise<void> {
    await setTimeout(patience, undefined, { ref: false });
    while (!this.building.next().done) await setImmediate();
  }

  /** Occupations by likelihood, each once, with the title that was found. */
  search(query: string, limit = 10): SearchHit[] {
    while (!this.building.next().done);
    const words = wordsOf(query.slice(0, LONGEST_QUERY));
    if (words.length === 0) return [];
    const wanted = words.join(' ');
    const best = new Map<string, { readonly hit: SearchHit; readonly score: number }>();
    for (const { id, score, queryTerms } of this.found(words)) {
      const document = this.titles.all[id as number];
      if (!document) continue;
      const exact = document.words === wanted ? EXACT : 1;
      // A title with one of two words is a much weaker answer than one with both, however common the job.
      const whole = (queryTerms.length / words.length) ** 2;
      for (const { entry, strength } of document.holders) {
        const own = words.every((word) => this.ownWords.get(entry.slug)?.has(word)) ? IN_OWN_TITLE : 1;
        const total = score * exact * whole * strength * own * entry.boost;
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

  /**
   * Titles that fit, by the strictest reading that finds any. Looking for typing mistakes costs most of a search's time: words that
   * occur in titles are only doubted when they lead nowhere together.
   */
  private found(words: readonly string[]): SearchResult[] {
    const query = words.join(' ');
    const unknown = (word: string): boolean => !this.vocabulary.has(word);
    const doubtful = words.some(unknown);
    const unfinished = (_word: string, place: number): boolean => place === words.length - 1;
    const shortened = (word: string, place: number): boolean => word.length > 3 || unfinished(word, place);
    const readings: SearchOptions[] = [
      { combineWith: 'AND', prefix: unfinished },
      { combineWith: 'AND', prefix: shortened },
      ...([1, 2] as const)
        .filter(() => doubtful)
        .map((most): SearchOptions => ({
          combineWith: 'AND',
          prefix: unfinished,
          fuzzy: (word) => unknown(word) && mistakesIn(word, most),
        })),
      { combineWith: 'AND', prefix: unfinished, fuzzy: (word) => mistakesIn(word, 1) },
      { combineWith: 'OR', prefix: unfinished, fuzzy: (word) => unknown(word) && mistakesIn(word, 1) },
    ];
    for (const reading of readings) {
      const found = this.index.search(query, { ...reading, weights: { fuzzy: 0.35, prefix: 0.6 } });
      if (found.length > 0) return found;
    }
    return [];
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
      for (const { words } of some) for (const word of words.split(' ')) this.vocabulary.add(word);
      yield;
    }
  }
}

/**
 * Letters that may be wrong, missing or too many in a word; none in short ones, where every letter tells. Two letters that changed
 * places are two mistakes.
 */
const mistakesIn = (word: string, most: 1 | 2): number | false =>
  word.length > 4 ? most : word.length > 3 ? 1 : false;
