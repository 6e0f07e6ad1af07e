import type { Unlinked } from '../build/data-occupation.js';
import type { Dataset, FiguresOf } from '../dataset/types.js';

/** Whose figures stand in, where a group has none of its own. */
const WIDER: Readonly<Record<Exclude<FiguresOf, 'own'>, string>> = {
  unit: 'the wider UK group it belongs to',
  minor: 'the related UK groups around it',
};

/** What is missing or stands in, each a sentence for the page (method §1–2). */
export function notesOf(dataset: Dataset, occupation: Unlinked): string[] {
  const record = dataset.occupations.get(occupation.code);
  if (!record) return [];
  const notes: string[] = [];
  if (occupation.kind === 'edited') {
    const onet = dataset.onet.get(occupation.onetCode);
    notes.push(
      `Skills and knowledge are those of “${onet?.title ?? occupation.onetCode}” in the American survey O*NET; the measures are those of the UK group.`,
    );
    if (onet?.standIn) {
      const names = onet.standIn.map((code) => `“${dataset.onet.get(code)?.title ?? code}”`);
      notes.push(
        `They have not been rated there for this work; the mean of ${names.join(' and ')} stands in.`,
      );
    }
    return notes;
  }
  if (record.figures !== 'own')
    notes.push(
      `No American occupation is clearly the same work, so the score, the kinds of work and the skills are those of ${WIDER[record.figures]}.`,
    );
  else if (record.ratings !== 'own')
    notes.push(
      `Skills and knowledge have not been rated for this work; those of ${WIDER[record.ratings]} stand in.`,
    );
  if (record.figures === 'own' && record.ukConfidence === 'fair')
    notes.push(
      'The American occupations it is linked to are near to this work, not the same, which widens the range.',
    );
  return notes;
}
