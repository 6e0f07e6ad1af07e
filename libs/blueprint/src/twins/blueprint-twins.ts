import { Injectable } from '@nestjs/common';
import { BlueprintAssetsHolder } from '../blueprint-assets.holder.js';
import type { BlueprintSnapshot } from '../snapshot/blueprint-snapshot.js';
import { filledWords } from './filled-words.js';
import type { TwinSize } from './html-twin.js';
import { pageSentences } from './page-sentences.js';
import { type Sentence, sentenceParts } from './sentence-parts.js';

/** Accessible copies of a rendered blueprint, made when they are asked for. */
@Injectable()
export class BlueprintTwins {
  constructor(private readonly assets: BlueprintAssetsHolder) {}

  /** False when the templates have changed since the file was made: the words would no longer be those that the reviewer approved. */
  isOffered(snapshot: BlueprintSnapshot): boolean {
    return snapshot.versions.template === this.assets.current.version;
  }

  /** The HTML twin, or null when none is offered. */
  html(snapshot: BlueprintSnapshot, size: TwinSize = 'standard'): string | null {
    const { current } = this.assets;
    return this.isOffered(snapshot) ? current.twin.render(snapshot, current, size) : null;
  }

  /** What a page says, sentence by sentence, and what each was filled with, or null when none is offered. @param page from 1. */
  sentences(snapshot: BlueprintSnapshot, page: number): readonly Sentence[] | null {
    if (!this.isOffered(snapshot)) return null;
    const filled = filledWords(snapshot);
    return pageSentences(snapshot, this.assets.current, page).map((words) => sentenceParts(words, filled));
  }
}
