import type { BlueprintSnapshot } from '@app/blueprint';
import { type DiffPart, wordDiff } from '@app/review';

/** A change of words, as it is read on one screen with the others. */
export interface ChangedRow {
  readonly page: number;
  readonly diff: readonly DiffPart[];
}

/** Every change of words since the draft, in the order of the pages. */
export const changedRows = ({ edits = [] }: BlueprintSnapshot): ChangedRow[] =>
  [...edits]
    .sort((a, b) => a.page - b.page)
    .map(({ page, draft, text }) => ({ page, diff: wordDiff(draft, text) }));

/** Changes of the version before that have no place in this one. */
export const droppedRows = ({ dropped = [] }: BlueprintSnapshot): { page: number; text: string }[] =>
  dropped.map(({ page, text }) => ({ page, text }));
