import { Injectable } from '@nestjs/common';
import { readPdf, squash } from '@app/pdf-reading';
import { PAGES, PageTooFullError } from '@app/typeset';
import { BlueprintAssetsHolder } from '../blueprint-assets.holder.js';
import type { TextBlock } from '../model/edited-words.js';
import { drawPageAlone } from '../render-blueprint.js';
import type { BlueprintSnapshot } from '../snapshot/blueprint-snapshot.js';

/** Pages of a draft while somebody changes its words: drawn one at a time, nothing is stored. */
@Injectable()
export class BlueprintEditing {
  constructor(private readonly assets: BlueprintAssetsHolder) {}

  /** False when the templates have changed since the draft was made: its blocks could not be found again. */
  isOffered(snapshot: BlueprintSnapshot): boolean {
    return snapshot.versions.template === this.assets.current.version;
  }

  /** The text blocks of a page in reading order, with their edits. @param page from 1. */
  blocks(snapshot: BlueprintSnapshot, page: number): readonly TextBlock[] {
    return drawPageAlone(snapshot, this.assets.current, page).blocks;
  }

  /** A page as a file of its own, or null when its words do not fit. @param page from 1. */
  page(snapshot: BlueprintSnapshot, page: number): Buffer | null {
    try {
      return drawPageAlone(snapshot, this.assets.current, page).writer.end();
    } catch (error) {
      if (error instanceof PageTooFullError) return null;
      throw error;
    }
  }

  /** Whether words stand on a page whole, as somebody reads them there. @param page from 1. */
  async holds(snapshot: BlueprintSnapshot, page: number, words: readonly string[]): Promise<boolean> {
    const pdf = this.page(snapshot, page);
    const text = pdf ? (await readPdf(pdf)).pages[0] : undefined;
    if (text === undefined) return false;
    const there = squash(text);
    return words.every((one) => there.includes(squash(one.replaceAll('**', ''))));
  }

  /**
   * The pages that say and show the same in two versions; the number of the version and its check code do not count. Null when they cannot
   * be compared, since the templates have changed meanwhile. Draws every page twice, which takes a fifth of a second.
   */
  samePages(before: BlueprintSnapshot, after: BlueprintSnapshot): readonly number[] | null {
    if (!this.isOffered(before) || !this.isOffered(after)) return null;
    const drawn = (snapshot: BlueprintSnapshot, page: number): Buffer =>
      drawPageAlone(withoutMarks(snapshot), this.assets.current, page).writer.endToCompare();
    return Array.from({ length: PAGES }, (_, index) => index + 1).filter((page) =>
      drawn(before, page).equals(drawn(after, page)),
    );
  }
}

/** Without what differs between any two versions. The day of drafting stays, since it is printed. */
const withoutMarks = (snapshot: BlueprintSnapshot): BlueprintSnapshot => ({
  ...snapshot,
  order: { ...snapshot.order, version: 0, checkCode: '' },
  draftedAt: `${snapshot.draftedAt.slice(0, 10)}T00:00:00.000Z`,
});
