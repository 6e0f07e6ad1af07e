import type { Sentence } from '@app/blueprint';
import type { ReadBefore } from './read-sentence.store.js';

/** What a part of a sentence asks of its reader: to be read, to be seen to fit this person, or nothing. */
export type PartKind = 'new' | 'theirs' | 'read';

export interface ReadPart {
  readonly text: string;
  readonly kind: PartKind;
}

/** A page as one person meets it. */
export interface PageReading {
  /** Sentences and rows of tables in reading order, each as its parts. */
  readonly sentences: readonly (readonly ReadPart[])[];
  /** Sentences with something new. */
  readonly fresh: number;
  /** Whether nothing on it was read before. */
  readonly whole: boolean;
  /** Colleagues whose reading counts here, with the day on which the latest of those drafts was approved. */
  readonly readers: readonly { readonly staffId: string; readonly approvedAt: Date }[];
}

const FIGURES = /(\p{Nd}[\p{Nd}.,:–-]*)/u;

/** Pure. @param fingerprint of a wording @param before who has read what */
export function pageReading(
  sentences: readonly Sentence[],
  fingerprint: (wording: string) => Buffer,
  before: readonly ReadBefore[],
): PageReading {
  const known = new Map<string, ReadBefore>();
  // Their own reading is named before a colleague's.
  for (const one of before) {
    const key = one.fingerprint.toString('hex');
    if (one.approvedAt === null || !known.has(key)) known.set(key, one);
  }
  const readers = new Map<string, Date>();
  const met = new Set<string>();
  const parts = sentences.map(({ units, parts: all }) => {
    const news = units.map(({ wording }) => {
      const key = fingerprint(wording).toString('hex');
      const by = known.get(key);
      if (by?.approvedAt && by.approvedAt > (readers.get(by.staffId) ?? 0))
        readers.set(by.staffId, by.approvedAt);
      // What stands twice on a page is read once.
      const isNew = !by && !met.has(key);
      met.add(key);
      return isNew;
    });
    return all.flatMap(({ text, unit }): ReadPart[] => {
      if (news[unit]) return [{ text, kind: 'new' }];
      if (units[unit]?.filled) return [{ text, kind: 'theirs' }];
      return text
        .split(FIGURES)
        .map((piece, index): ReadPart => ({ text: piece, kind: index % 2 === 1 ? 'theirs' : 'read' }))
        .filter((piece) => piece.text !== '');
    });
  });
  const fresh = parts.filter((one) => one.some(({ kind }) => kind === 'new')).length;
  return {
    sentences: parts,
    fresh,
    whole: known.size === 0,
    readers: [...readers].map(([staffId, approvedAt]) => ({ staffId, approvedAt })),
  };
}
