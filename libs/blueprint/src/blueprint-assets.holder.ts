import { Injectable } from '@nestjs/common';
import { type BlueprintAssets, ownBlueprintAssets } from './blueprint-assets.js';

/** Reads the blueprint's fonts, copy and content when the app starts: a missing or broken file stops the boot with its name. */
@Injectable()
export class BlueprintAssetsHolder {
  readonly current: BlueprintAssets = ownBlueprintAssets();
}
