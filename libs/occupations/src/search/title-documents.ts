import { tellingWords, wordsOf } from './normalise.js';
import type { SearchEntry } from './search-entry.js';

/** A title as people write it, and who goes by it. */
export interface TitleDocument {
  readonly id: number;
  readonly title: string;
  /** The title's words, normalised, one space between. */
  readonly words: string;
  readonly holders: { readonly entry: SearchEntry; readonly strength: number }[];
}

const STRENGTH = { own: 2, chosen: 1.8, other: 1, group: 0.7 } as const;

/** Gathers the titles of occupations; each distinct title is one document, however many go by it. */
export class TitleDocuments {
  private readonly byWords = new Map<string, TitleDocument>();
  private readonly list: TitleDocument[] = [];
  private readonly knownWords = new Map<string, readonly string[]>();

  /** Every document so far; its place is its id. */
  get all(): readonly TitleDocument[] {
    return this.list;
  }

  /** True when the words, normalised and without small ones, are a title. */
  has(words: string): boolean {
    return this.byWords.has(words);
  }

  /** Adds all titles of an occupation; of two titles with the same words the stronger counts. */
  add(entry: SearchEntry): void {
    const seen = new Set<string>();
    const hold = (title: string, strength: number): void => {
      const words = tellingWords(wordsOf(title, this.knownWords)).join(' ');
      if (words === '' || seen.has(words)) return;
      seen.add(words);
      this.documentOf(words, title).holders.push({ entry, strength });
    };
    hold(entry.title, STRENGTH.own);
    for (const title of entry.chosenTitles) hold(title, STRENGTH.chosen);
    for (const title of entry.otherTitles) hold(title, STRENGTH.other);
    for (const title of entry.groupTitles) hold(title, STRENGTH.group);
  }

  private documentOf(words: string, title: string): TitleDocument {
    const known = this.byWords.get(words);
    if (known) return known;
    const document = { id: this.list.length, title, words, holders: [] };
    this.byWords.set(words, document);
    this.list.push(document);
    return document;
  }
}
