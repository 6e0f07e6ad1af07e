/** The parts of a snapshot that a reviewer made: other words, other paths, and the note. */

/** Words of a page that a reviewer changed. */
export interface SnapshotEdit {
  /** From 1. */
  readonly page: number;
  /** The whole block as it was drafted. */
  readonly draft: string;
  /** The whole block as it stands. Its figures are those of the draft. */
  readonly text: string;
  /** Which block of its page it is, for figures on which are changed often: not in changes made before that was kept. */
  readonly block?: {
    readonly kind: string;
    /** Among the blocks of its page in reading order, from 1. */
    readonly place: number;
  };
}

/** A change as a snapshot keeps it: who made it stands with the review, and is nothing for the paper. */
export const printedEdit = ({ page, draft, text, block }: SnapshotEdit): SnapshotEdit => ({
  page,
  draft,
  text,
  ...(block && { block }),
});

/** What the reviewer wrote for the person. */
export interface SnapshotNote {
  readonly text: string;
  /** Name or initials, as the reviewer wants to be known. */
  readonly signature: string;
}

/** The options of a blueprint by their places. */
export interface Places {
  /** Whether it recommends to stay and reshape or to take the first path. */
  readonly recommended: 'stay' | 'path';
  /** Slugs of the first, second and third path. */
  readonly paths: readonly string[];
}

/** Other paths than the ranking gave, as a reviewer wants them. */
export interface WantedPlaces extends Places {
  /** Why. */
  readonly reason: string;
  /** Why in spite of a limit that the person named; only where a path breaks one. */
  readonly inSpite?: string;
}

/** Other paths than the ranking gave. Their figures are those of the ranking all the same. */
export interface SnapshotChoice extends WantedPlaces {
  /** What the ranking gave. */
  readonly instead: Places & { readonly titles: Readonly<Record<string, string>> };
  /** The limits that chosen paths break, as the pages about them say it. */
  readonly limits: readonly { readonly slug: string; readonly words: readonly string[] }[];
}
