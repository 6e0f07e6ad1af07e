import type { DiffPart } from '@app/review';

/** Words kept on either side of a change, so that it can be found on the page. */
const AROUND = 6;

/** What became of one page between two versions. */
export type PageChange = 'same' | 'words' | 'picture';

/**
 * Page by page. @param same the pages that say and show the same, where that could be found out; else only words are compared.
 */
export function pageChanges(
  before: readonly string[],
  after: readonly string[],
  same: readonly number[] | null,
): PageChange[] {
  const pages = Math.max(before.length, after.length);
  return Array.from({ length: pages }, (_, index): PageChange => {
    if (same?.includes(index + 1)) return 'same';
    if (before[index] !== after[index]) return 'words';
    return same === null ? 'same' : 'picture';
  });
}

/** A diff with only so much of what stayed as shows where one is. */
export function shortened(parts: readonly DiffPart[]): DiffPart[] {
  return parts.map((part, index) => {
    if (part.kind !== 'same') return part;
    const words = part.text.split(' ');
    if (words.length <= 2 * AROUND + 2) return part;
    const start = index === 0 ? '' : words.slice(0, AROUND).join(' ');
    const end = index === parts.length - 1 ? '' : words.slice(-AROUND).join(' ');
    return { kind: 'same', text: [start, '…', end].filter(Boolean).join(' ') };
  });
}
