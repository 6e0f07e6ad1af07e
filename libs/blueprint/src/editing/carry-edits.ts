import { printedEdit, type SnapshotEdit } from '../snapshot/reviewers-part.js';
import type { BlueprintSnapshot } from '../snapshot/blueprint-snapshot.js';
import type { BlueprintEditing } from './blueprint-editing.js';

/**
 * A new draft with the changes of words that were made in the one before, so far as they have a place in it: the block is drafted in the same
 * words and its page holds the change whole. The others are kept beside, for the reviewer to see.
 */
export async function carryEdits(
  snapshot: BlueprintSnapshot,
  edits: readonly SnapshotEdit[],
  editing: BlueprintEditing,
): Promise<BlueprintSnapshot> {
  if (edits.length === 0) return snapshot;
  const kept: SnapshotEdit[] = [];
  for (const page of new Set(edits.map((edit) => edit.page))) {
    const drafted = new Set(editing.blocks(snapshot, page).map(({ draft }) => draft));
    const fitting = edits.filter((edit) => edit.page === page && drafted.has(edit.draft));
    const texts = fitting.map(({ text }) => text);
    if (fitting.length > 0 && (await editing.holds({ ...snapshot, edits: fitting }, page, texts)))
      kept.push(...fitting);
  }
  const dropped = edits.filter((edit) => !kept.includes(edit));
  return {
    ...snapshot,
    ...(kept.length > 0 && { edits: kept.map(printedEdit) }),
    ...(dropped.length > 0 && { dropped: dropped.map(printedEdit) }),
  };
}
