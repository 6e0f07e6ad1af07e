import type pg from 'pg';
import { readPdf } from '@app/pdf-reading';

/** Words a minute of somebody who reads to judge. */
export const WORDS_A_MINUTE = 240;
/** Of somebody who looks over a sentence that stood word for word in the drafts before. */
export const KNOWN_WORDS_A_MINUTE = 720;

/** Of somebody who thinks while typing: 40 words of five letters. */
export const LETTERS_A_MINUTE = 200;

export const wordsIn = (text: string): number => text.match(/[\p{L}\p{N}][^\s]*/gu)?.length ?? 0;

/** What there is to read in a draft, in words. */
export interface Draft {
  readonly words: number;
  /** Of these, the ones in sentences that at least three other drafts have too, word for word. */
  readonly known: number;
}

/** A sentence is known once a reviewer has met it in so many other drafts. */
const OFTEN = 3;

/** Reads the first file of every order, by reference, so that what each says of its own can be told from what all say. */
export async function readDrafts(owner: pg.Client): Promise<Map<string, Draft>> {
  const { rows } = await owner.query<{ reference: string; pdf: Buffer }>(
    'select o.reference, b.pdf from blueprints b join orders o on o.id = b.order_id where b.version = 1',
  );
  const sentences = new Map<string, string[]>();
  for (const { reference, pdf } of rows)
    sentences.set(reference, (await readPdf(pdf)).pages.flatMap(sentencesOf));
  const seenIn = new Map<string, number>();
  for (const all of sentences.values())
    for (const sentence of new Set(all)) seenIn.set(sentence, (seenIn.get(sentence) ?? 0) + 1);
  const draftOf = (all: readonly string[]): Draft => {
    const known = all.filter((sentence) => (seenIn.get(sentence) ?? 0) > OFTEN);
    return { words: wordsIn(all.join(' ')), known: wordsIn(known.join(' ')) };
  };
  return new Map([...sentences].map(([key, all]) => [key, draftOf(all)]));
}

const sentencesOf = (page: string): string[] => page.replace(/\s+/g, ' ').split(/(?<=[.!?:])\s/);

/** Minutes to read every word. */
export const minutesOfAll = (draft: Draft, beside: number): number => (draft.words + beside) / WORDS_A_MINUTE;

/** Minutes of somebody who knows what all drafts say. */
export const minutesOfOwn = ({ words, known }: Draft, beside: number): number =>
  (words - known + beside) / WORDS_A_MINUTE + known / KNOWN_WORDS_A_MINUTE;
