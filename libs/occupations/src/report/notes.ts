import type { Unlinked } from '../build/data-occupation.js';
import type { Dataset } from '../dataset/types.js';
import { inSentence, listWords } from '../method/number-words.js';

/** What is missing or stands in, each a sentence for the page (method §1–2). */
export function notesOf(dataset: Dataset, occupation: Unlinked): string[] {
  const record = dataset.occupations.get(occupation.code);
  if (!record) return [];
  const notes: string[] = [];
  if (occupation.kind === 'data') {
    notes.push(
      record.scoreFromLine
        ? 'There is no computerisation figure of 2013 for this work, so the score comes from one measure alone and its range is wider.'
        : `One of the two measures in the score is from 2013; without it the score would be ${Math.round(record.scoreWithoutF)}.`,
    );
  } else {
    notes.push(
      `The role stands on the figures of “${record.sourceTitle}” (O*NET ${record.code}) where figures are needed.`,
    );
  }
  if (record.standIn) {
    const names = record.standIn.map((code) => inSentence(dataset.occupations.get(code)?.title ?? code));
    notes.push(
      `Skills and knowledge have not been rated for this work; the mean of ${listWords(names)} stands in.`,
    );
  }
  if (record.ratings === 'none')
    notes.push('Skills and knowledge have not been rated for this work, so no paths can be matched.');
  if (record.ukConfidence === 'low')
    notes.push('The link to UK occupations is unsure, which widens the range.');
  if (record.ukConfidence === 'none')
    notes.push(
      'No UK occupation corresponds to this work, which widens the range; there are no UK pay figures for it.',
    );
  return notes;
}
