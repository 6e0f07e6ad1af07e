import { Injectable } from '@nestjs/common';
import { type Printable, printable } from '@app/typeset';
import { BlueprintAssetsHolder } from './blueprint-assets.holder.js';
import { renderBlueprint } from './render-blueprint.js';
import type { BlueprintSnapshot } from './snapshot/blueprint-snapshot.js';

/** What a file must say, worked out from its draft alone: for those who check a file without trusting it. */
@Injectable()
export class BlueprintProofs {
  constructor(private readonly assets: BlueprintAssetsHolder) {}

  /** The file set anew, or null when the templates have changed since: then nobody can say what it must be. */
  async remade(snapshot: BlueprintSnapshot): Promise<Buffer | null> {
    const { current } = this.assets;
    return snapshot.versions.template === current.version
      ? (await renderBlueprint(snapshot, current)).pdf
      : null;
  }

  /** A name as the fonts can print it. */
  printed(name: string): Printable {
    return printable(name, this.assets.current.fonts);
  }
}
