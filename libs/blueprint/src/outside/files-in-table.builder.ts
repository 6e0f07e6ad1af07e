import type { DataSource } from 'typeorm';
import { Bucket } from '@app/bucket';
import type { Clock } from '@app/kernel';
import { StaffTasks } from '@app/tasks';
import { ownBlueprintAssets } from '../blueprint-assets.js';
import { BlueprintForgetting } from '../blueprint-forgetting.js';
import { BlueprintService } from '../blueprint.service.js';
import { LostFiles } from './lost-files.js';
import { OutsideFiles } from './outside-files.js';

/** What reads and forgets files where none is kept outside, as without settings. For tests only. */
export function filesInTable(
  source: DataSource,
  clock: Clock,
  bucket = new Bucket(null),
): {
  readonly service: BlueprintService;
  readonly forgetting: BlueprintForgetting;
  readonly outside: OutsideFiles;
  readonly lost: LostFiles;
} {
  const outside = new OutsideFiles(source, clock, bucket);
  // Read when something is drawn, which most tests do not.
  const assets = {
    get current() {
      return ownBlueprintAssets();
    },
  };
  const lost = new LostFiles(source, new StaffTasks(source, clock), outside, assets);
  return {
    service: new BlueprintService(source, outside, lost),
    forgetting: new BlueprintForgetting(outside),
    outside,
    lost,
  };
}
