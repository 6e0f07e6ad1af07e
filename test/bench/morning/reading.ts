import type pg from 'pg';
import { readPdf } from '@app/pdf-reading';
import { KNOWN_WORDS_A_MINUTE, WORDS_A_MINUTE, wordsIn } from '../reading-speed.js';

/** Of somebody who thinks while typing: 40 words of five letters. */
export const LETTERS_A_MINUTE = 200;

/** What there is to read in a draft: words by page. */
export type Draft = readonly number[];

/** Reads the first file of every order, by reference. */
export async function readDrafts(owner: pg.Client): Promise<Map<string, Draft>> {
  const { rows } = await owner.query<{ reference: string; pdf: Buffer }>(
    'select o.reference, b.pdf from blueprints b join orders o on o.id = b.order_id where b.version = 1',
  );
  const drafts = new Map<string, Draft>();
  for (const { reference, pdf } of rows) drafts.set(reference, (await readPdf(pdf)).pages.map(wordsIn));
  return drafts;
}

export const wordsOf = (draft: Draft): number => draft.reduce((sum, words) => sum + words, 0);

/** Words of one page as the desk marked them for whoever read it. */
export interface PageMet {
  /** From 1. */
  readonly page: number;
  /** Null when all of the page was new. */
  readonly words: { readonly marked: number; readonly dark: number; readonly grey: number } | null;
}

/** What a reviewer met in one sitting. */
export interface Met {
  /** Words beside the pages that were read. */
  readonly beside: number;
  readonly pages: readonly PageMet[];
}

/** Words of a draft by what they ask of its reviewer. */
export interface Asked {
  /** Marked as new, or on a page of which all is new. */
  readonly read: number;
  /** This person’s names and figures, what stands around new words, and what a page shows beside its sentences: charts, footers. */
  readonly lookedOver: number;
  /** Read before in drafts that were not returned, and the same whoever it is for. */
  readonly leftOut: number;
}

export function askedOf(draft: Draft, { pages }: Met): Asked {
  let [read, lookedOver, leftOut] = [0, 0, 0];
  for (const { page, words } of pages) {
    const all = draft[page - 1] ?? 0;
    if (!words) read += all;
    else {
      read += words.marked;
      leftOut += words.grey;
      lookedOver += words.dark + Math.max(0, all - words.marked - words.dark - words.grey);
    }
  }
  return { read, lookedOver, leftOut };
}

/** Minutes to read every word. */
export const minutesOfAll = (draft: Draft, { beside }: Met): number =>
  (wordsOf(draft) + beside) / WORDS_A_MINUTE;

/** Minutes of somebody who reads what the desk marks as new and looks over what is this person’s. */
export const minutesAsMarked = (draft: Draft, met: Met): number => {
  const { read, lookedOver } = askedOf(draft, met);
  return (read + met.beside) / WORDS_A_MINUTE + lookedOver / KNOWN_WORDS_A_MINUTE;
};

/** The same of somebody who looks over the words that are read already, too. */
export const minutesOfDoubter = (draft: Draft, met: Met): number =>
  minutesAsMarked(draft, met) + askedOf(draft, met).leftOut / KNOWN_WORDS_A_MINUTE;
