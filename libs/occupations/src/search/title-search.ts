import MiniSearch from 'minisearch';
import type { SearchHit } from '../model/search-hit.js';
import { wordsOf } from './normalise.js';

/** An occupation and all the names its work goes by, the public title first. */
export interface SearchEntry {
  readonly slug: string;
  readonly title: string;
  /** Edited titles and British titles before American ones. */
  readonly otherTitles: readonly string[];
  /** Raises likely answers: 1 is usual. */
  readonly boost: number;
}

interface TitleDocument {
  readonly id: number;
  readonly entry: SearchEntry;
  readonly title: string;
  readonly own: boolean;
}

/** A query longer than this is cut: no title is. Characters. */
const LONGEST_QUERY = 100;

/** Search over titles and alternate titles, with typing mistakes, unfinished words and both spellings of English. */
export class TitleSearch {
  private readonly index: MiniSearch<TitleDocument>;
  private readonly documents: readonly TitleDocument[];

  constructor(entries: readonly SearchEntry[]) {
    this.documents = entries.flatMap((entry) => [entry.title, ...entry.otherTitles].map((title, place) => ({ entry, title, own: place === 0 }))).map((document, id) => ({ id, ...document }));
    this.index = new MiniSearch<TitleDocument>({ fields: ['title'], tokenize: wordsOf, processTerm: (term) => term });
    this.index.addAll(this.documents);
  }

  /** Occupations by likelihood, each once, with the title that was found. */
  search(query: string, limit = 10): SearchHit[] {
    const words = wordsOf(query.slice(0, LONGEST_QUERY));
    if (words.length === 0) return [];
    const wanted = words.join(' ');
    const options = {
      prefix: (_term: string, place: number) => place === words.length - 1,
      fuzzy: (term: string) => (term.length > 7 ? 2 : term.length > 3 ? 1 : false),
      boostDocument: (id: number): number => {
        const document = this.documents[id];
        return document ? document.entry.boost * (document.own ? 1.5 : 1) * (wordsOf(document.title).join(' ') === wanted ? 4 : 1) : 1;
      },
      weights: { fuzzy: 0.35, prefix: 0.6 },
    };
    const all = this.index.search(query.slice(0, LONGEST_QUERY), { ...options, combineWith: 'AND' });
    const found = all.length > 0 ? all : this.index.search(query.slice(0, LONGEST_QUERY), { ...options, combineWith: 'OR' });
    const hits = new Map<string, SearchHit>();
    for (const { id } of found) {
      const document = this.documents[id as number];
      if (!document || hits.has(document.entry.slug)) continue;
      hits.set(document.entry.slug, { slug: document.entry.slug, title: document.entry.title, matchedTitle: document.title });
      if (hits.size >= limit) break;
    }
    return [...hits.values()];
  }
}
