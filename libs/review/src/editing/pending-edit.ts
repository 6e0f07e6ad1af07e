import type { SnapshotEdit } from '@app/blueprint';

/** A change of words that waits for the next file. */
export interface PendingEdit extends SnapshotEdit {
  /** Who made it; '' for one that is in the file already. */
  readonly by: string;
  /** ISO instant. */
  readonly at: string;
}
