import type { SnapshotEdit } from '../snapshot/blueprint-snapshot.js';

export type TextKind = 'headline' | 'lede' | 'words' | 'item' | 'so what';

/** A block of running text on a page: the smallest thing whose words a reviewer may change. */
export interface TextBlock {
  readonly kind: TextKind;
  /** As it was drafted; it names the block on its page. */
  readonly draft: string;
  /** As it stands now. */
  readonly text: string;
}

/** The words of one page as a reviewer left them, and a list of the blocks they stand in, in reading order. */
export class EditedWords {
  private readonly blocks: TextBlock[] = [];
  private readonly edits: ReadonlyMap<string, string>;

  constructor(edits: readonly SnapshotEdit[] = [], page = 0) {
    this.edits = new Map(edits.filter((edit) => edit.page === page).map(({ draft, text }) => [draft, text]));
  }

  /** What stands in the place of drafted words. */
  of(draft: string, kind: TextKind): string {
    const text = this.edits.get(draft) ?? draft;
    if (draft !== '' && !this.blocks.some((block) => block.draft === draft))
      this.blocks.push({ kind, draft, text });
    return text;
  }

  get seen(): readonly TextBlock[] {
    return this.blocks;
  }
}
