import MiniSearch from 'minisearch';
import type { SearchHit } from '../model/search-hit.js';
import { wordsOf } from './normalise.js';

/** An occupation and all the names its work goes by. */
export interface SearchEntry {
  readonly slug: string;
  readonly title: string;
  /** Names of exactly this work. */
  readonly otherTitles: readonly string[];
  /** Names of the wider group it belongs to: weaker, since the group holds other work too. */
  readonly groupTitles: readonly string[];
  /** Raises likely answers: 1 is usual. */
  readonly boost: number;
}

/** A title as people write it, and who goes by it. Each distinct title is indexed once. */
interface TitleDocument {
  readonly id: number;
  readonly title: string;
  readonly words: string;
  readonly holders: { readonly entry: SearchEntry; readonly strength: number }[];
}

/** A query longer than this is cut: no title is. Characters. */
const LONGEST_QUERY = 100;
const STRENGTH = { own: 1.4, other: 1, group: 0.7 } as const;
/** A title that is the query word for word. */
const EXACT = 3;
/** An occupation whose own title holds every word that was asked for. */
const IN_OWN_TITLE = 1.6;

/** Search over titles and alternate titles, with typing mistakes, unfinished words and both spellings of English. */
export class TitleSearch {
  private readonly index: MiniSearch<TitleDocument>;
  private readonly documents: readonly TitleDocument[];
  private readonly ownWords: ReadonlyMap<string, ReadonlySet<string>>;

  constructor(entries: readonly SearchEntry[]) {
    this.documents = documentsOf(entries);
    this.ownWords = new Map(entries.map(({ slug, title }) => [slug, new Set(wordsOf(title))]));
    this.index = new MiniSearch<TitleDocument>({
      fields: ['words'],
      tokenize: (words) => words.split(' '),
      processTerm: (term) => term,
    });
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
      weights: { fuzzy: 0.35, prefix: 0.6 },
    };
    const all = this.index.search(wanted, { ...options, combineWith: 'AND' });
    const found = all.length > 0 ? all : this.index.search(wanted, { ...options, combineWith: 'OR' });
    const best = new Map<string, { readonly hit: SearchHit; readonly score: number }>();
    for (const { id, score } of found) {
      const document = this.documents[id as number];
      if (!document) continue;
      const exact = document.words === wanted ? EXACT : 1;
      for (const { entry, strength } of document.holders) {
        const own = words.every((word) => this.ownWords.get(entry.slug)?.has(word)) ? IN_OWN_TITLE : 1;
        const total = score * exact * strength * own * entry.boost;
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
}

function documentsOf(entries: readonly SearchEntry[]): TitleDocument[] {
  const documents = new Map<string, TitleDocument>();
  const wordsCache = new Map<string, string>();
  for (const entry of entries) {
    const seen = new Set<string>();
    const hold = (title: string, strength: number): void => {
      const words = wordsCache.get(title) ?? wordsOf(title).join(' ');
      wordsCache.set(title, words);
      if (words === '' || seen.has(words)) return;
      seen.add(words);
      const document = documents.get(words) ?? { id: documents.size, title, words, holders: [] };
      document.holders.push({ entry, strength });
      documents.set(words, document);
    };
    hold(entry.title, STRENGTH.own);
    for (const title of entry.otherTitles) hold(title, STRENGTH.other);
    for (const title of entry.groupTitles) hold(title, STRENGTH.group);
  }
  return [...documents.values()];
}
