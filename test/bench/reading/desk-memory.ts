import type { Sentence } from '../../../libs/blueprint/src/twins/sentence-parts.js';
import { pageReading } from '../../../libs/review/src/workbench/page-reading.js';
import type { ReadBefore } from '../../../libs/review/src/workbench/read-sentence.store.js';
import { askedOf, minutesAsMarked, type PageMet } from '../morning/reading.js';
import { wordsIn } from '../reading-speed.js';

export interface Draft {
  readonly name: string;
  readonly pages: readonly { readonly words: number; readonly sentences: readonly Sentence[] }[];
}

const APPROVED = new Date('2026-11-30T09:00:00Z');
const print = (wording: string): Buffer => Buffer.from(wording);

/** What everybody at the desk has read: what the database keeps, in memory. What a customer typed is never learnt. */
export class DeskMemory {
  private readonly readers = new Map<string, Set<string>>();

  /** Somebody reads a draft that a colleague does not learn from. */
  learn({ name, pages }: Draft, reader: string): void {
    const theirs = name.toLowerCase();
    for (const { sentences } of pages)
      for (const { units } of sentences)
        for (const { wording } of units) {
          if (wording.toLowerCase().includes(theirs)) continue;
          this.readers.set(wording, (this.readers.get(wording) ?? new Set()).add(reader));
        }
  }

  /** A draft that was read is approved, so that colleagues learn from it. */
  approve(draft: Draft, reader: string): void {
    this.learn(draft, reader);
  }

  /** What the desk asks of a reader of a draft, page by page, before they know it. */
  read(
    { pages }: Draft,
    reader: string,
    { alone }: { readonly alone: boolean },
  ): ReturnType<typeof askedOf> & { readonly minutes: number } {
    const here = new Set<string>();
    const met = pages.map(({ sentences }, index): PageMet => {
      const wordings = sentences.flatMap(({ units }) => units.map(({ wording }) => wording));
      const before = wordings.flatMap((wording): ReadBefore[] => {
        const by = this.readers.get(wording);
        const known = here.has(wording) || by?.has(reader) || (!alone && by !== undefined);
        return known ? [{ fingerprint: print(wording), staffId: reader, approvedAt: APPROVED }] : [];
      });
      const reading = pageReading(sentences, print, before);
      for (const wording of wordings) here.add(wording);
      if (reading.whole) return { page: index + 1, words: null };
      const count = { marked: 0, dark: 0, grey: 0 };
      for (const parts of reading.sentences) {
        const around = parts.some(({ kind }) => kind === 'new') ? 'dark' : 'grey';
        for (const { text, kind } of parts)
          count[kind === 'new' ? 'marked' : kind === 'theirs' ? 'dark' : around] += wordsIn(text);
      }
      return { page: index + 1, words: count };
    });
    const words = pages.map((page) => page.words);
    const sitting = { beside: 0, pages: met };
    return { ...askedOf(words, sitting), minutes: minutesAsMarked(words, sitting) };
  }
}
