import { readFileSync } from 'node:fs';
import { projectPath } from '@app/config';
import { loadBlueprintAssets } from '../../../libs/blueprint/src/blueprint-assets.js';
import { renderBlueprint } from '../../../libs/blueprint/src/render-blueprint.js';
import type { BlueprintSnapshot } from '../../../libs/blueprint/src/snapshot/blueprint-snapshot.js';

/** A process with nothing but the renderer, as a worker has it: it warms up, then answers each message with what `renders` cost. */
export interface Cost {
  /** CPU of all threads, milliseconds. */
  readonly cpu: number;
  /** Resident memory in bytes: after the first render, and after the first, and last, hundred. */
  readonly memory: {
    readonly before: number;
    readonly first: number;
    readonly early: number;
    readonly late: number;
  };
}

const snapshot = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as BlueprintSnapshot;
const assets = loadBlueprintAssets(projectPath('templates', 'blueprint'));
const resident = (): number => process.memoryUsage().rss;
const before = resident();
await renderBlueprint(snapshot, assets);
const first = resident();
for (let warm = 0; warm < 40; warm += 1) await renderBlueprint(snapshot, assets);

process.on('message', (renders: number) => {
  void cost(renders).then((seen) => process.send?.(seen));
});
process.send?.('ready');

async function cost(renders: number): Promise<Cost> {
  const start = process.cpuUsage();
  let [early, late] = [0, 0];
  for (let done = 1; done <= renders; done += 1) {
    await renderBlueprint(snapshot, assets);
    // The largest seen in a hundred, as collection comes and goes.
    if (done <= 100) early = Math.max(early, resident());
    if (done > renders - 100) late = Math.max(late, resident());
  }
  const { user, system } = process.cpuUsage(start);
  return { cpu: (user + system) / 1000, memory: { before, first, early, late } };
}
