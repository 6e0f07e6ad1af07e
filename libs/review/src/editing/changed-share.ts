import type { BlueprintSnapshot, TextBlock } from '@app/blueprint';
import { wordsChanged, wordsOf } from './word-diff.js';

const PAGES = 15;

/** Share of a draft's running text that is not the draft's any more, by words, 0 to 1. The note is not part of it. */
export function changedShare(
  { edits = [] }: BlueprintSnapshot,
  blocksOf: (page: number) => readonly TextBlock[],
): number {
  if (edits.length === 0) return 0;
  const all = Array.from({ length: PAGES }, (_, index) => blocksOf(index + 1)).flat();
  const words = all.reduce((sum, { draft }) => sum + wordsOf(draft).length, 0);
  const changed = edits.reduce((sum, { draft, text }) => sum + wordsChanged(draft, text), 0);
  return Math.min(1, changed / Math.max(1, words));
}
