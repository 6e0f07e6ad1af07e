import { listWords } from '@app/kernel';
import { type PageReading, type ReadPart, shortDay } from '@app/review';
import { staffName } from '../../staff-name.js';

/** What the template shows of a page's words. */
interface ReadingRow {
  readonly whole: boolean;
  readonly fresh: number;
  readonly total: number;
  /** Words that are new. */
  readonly words: number;
  /** Sentences with something new or something of this person, by their parts. */
  readonly asking: readonly (readonly ReadPart[])[];
  /** The others, read before and the same for everybody. */
  readonly plain: readonly string[];
  /** Colleagues whose reading counts here, each with the day of the latest approval: "Sam Hill (12 Nov)". */
  readonly readers: string;
}

/** Null where the words of the page cannot be told. */
export function readingRow(
  reading: PageReading | null,
  names: ReadonlyMap<string, string>,
): ReadingRow | null {
  if (!reading) return null;
  const { sentences, fresh, whole, readers } = reading;
  const asks = (parts: readonly ReadPart[]): boolean => parts.some(({ kind }) => kind !== 'read');
  return {
    whole,
    fresh,
    total: sentences.length,
    words: wordsIn(sentences.flatMap((parts) => parts.filter(({ kind }) => kind === 'new'))),
    asking: sentences.filter(asks),
    plain: sentences.filter((parts) => !asks(parts)).map((parts) => parts.map(({ text }) => text).join('')),
    readers: listWords(
      readers.map(({ staffId, approvedAt }) => `${staffName(names, staffId)} (${shortDay(approvedAt)})`),
    ),
  };
}

const wordsIn = (parts: readonly ReadPart[]): number =>
  parts.reduce((sum, { text }) => sum + (text.match(/[\p{L}\p{N}]\S*/gu)?.length ?? 0), 0);
