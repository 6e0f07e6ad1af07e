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

/** What a reviewer met in one sitting. */
export interface Met {
  /** Words beside the pages that were read. */
  readonly beside: number;
  /** Words of the sentences that the desk listed as new to them. */
  readonly listed: number;
  /** Pages of which the desk said that all is new. */
  readonly wholePages: readonly number[];
}

/** Words of a draft that were new to its reviewer. */
export const freshWords = (draft: Draft, { listed, wholePages }: Met): number =>
  listed + wholePages.reduce((sum, page) => sum + (draft[page - 1] ?? 0), 0);

/** Minutes to read every word. */
export const minutesOfAll = (draft: Draft, { beside }: Met): number =>
  (wordsOf(draft) + beside) / WORDS_A_MINUTE;

/** Minutes of somebody who reads what the desk says is new to them, and looks over the rest. */
export const minutesOfFresh = (draft: Draft, met: Met): number => {
  const fresh = freshWords(draft, met);
  return (fresh + met.beside) / WORDS_A_MINUTE + (wordsOf(draft) - fresh) / KNOWN_WORDS_A_MINUTE;
};
