import { Injectable } from '@nestjs/common';
import { PageTooFullError } from '@app/typeset';
import { BlueprintAssetsHolder } from '../blueprint-assets.holder.js';
import type { TextBlock } from '../model/edited-words.js';
import { renderPage } from '../render-blueprint.js';
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
    return renderPage(snapshot, this.assets.current, page).blocks;
  }

  /** A page as a file of its own, or null when its words do not fit. @param page from 1. */
  page(snapshot: BlueprintSnapshot, page: number): Buffer | null {
    try {
      return renderPage(snapshot, this.assets.current, page).pdf;
    } catch (error) {
      if (error instanceof PageTooFullError) return null;
      throw error;
    }
  }
}
