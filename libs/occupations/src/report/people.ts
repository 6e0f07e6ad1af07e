import type { Unlinked } from '../build/data-occupation.js';
import type { Dataset } from '../dataset/types.js';
import { inSentence, withArticle } from '@app/kernel';

/** True for the page of a whole unit group, whose title is a plural; a job's is a singular. */
export const isFamily = (dataset: Dataset, { code, title }: Pick<Unlinked, 'code' | 'title'>): boolean => {
  const plain = (text: string): string =>
    text
      .toLowerCase()
      .replace(/^other | n\.e\.c\.?/g, '')
      .replace(/[^a-z]/g, '');
  return code.length === 4 && plain(dataset.unitGroups.get(code)?.name ?? '') === plain(title);
};

/** Who does the work, in the middle of a sentence: "an actuary", "actuaries, economists and statisticians", "people in welding trades". */
export function peopleWords(dataset: Dataset, occupation: Pick<Unlinked, 'code' | 'title'>): string {
  const { title } = occupation;
  // Trades and occupations are not people.
  if (isFamily(dataset, occupation)) {
    const [, known, related] = /^(?!Other )(.+?),? and related (trades|occupations)$/.exec(title) ?? [];
    if (known !== undefined) return `${inSentence(known)} and people in related ${related}`;
    return /(trades|occupations)$/.test(title) ? `people in ${inSentence(title)}` : inSentence(title);
  }
  return withArticle(title);
}
