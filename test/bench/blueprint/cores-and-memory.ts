import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BlueprintSnapshot } from '../../../libs/blueprint/src/snapshot/blueprint-snapshot.js';
import { megabytes, progress, type Row, times } from '../ratio-table.js';
import { RenderChildren } from './render-children.js';

const RENDERS = 1_000;
const ROUNDS = 5;
const BATCH = 30;

/** Two renderers against one, and the memory of one over a thousand renders. */
export async function coresAndMemory(snapshot: BlueprintSnapshot): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const file = join(folder, 'snapshot.json');
  writeFileSync(file, JSON.stringify(snapshot));
  const children = await RenderChildren.start(2, file);
  try {
    return [await twoCores(children), ...(await memory(children))];
  } finally {
    children.stop();
    rmSync(folder, { recursive: true });
  }
}

async function twoCores(children: RenderChildren): Promise<Row> {
  progress('two processes beside one');
  const best = { one: Infinity, two: Infinity };
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, count] of [
      ['one', 1],
      ['two', 2],
    ] as const) {
      const costs = await children.render(count, BATCH);
      best[name] = Math.min(best[name], Math.max(...costs.map(({ cpu }) => cpu)));
    }
  }
  const gain = (2 * best.one) / best.two;
  return {
    what: 'two renderers at once: what both do in the CPU time one takes alone',
    seen: times(gain),
    bar: '≥ 1.8 ×',
    pass: gain >= 1.8,
    note: 'best of five rounds; a core each',
  };
}

async function memory(children: RenderChildren): Promise<Row[]> {
  progress(`${RENDERS} renders for memory`);
  const [cost] = await children.render(1, RENDERS);
  if (!cost) throw new Error('no renderer answered');
  const { before, first, early, late } = cost.memory;
  return [
    {
      what: `memory over ${RENDERS} renders: the last hundred beside the first`,
      seen: times(late / early),
      bar: '≤ 1.1 ×',
      pass: late / early <= 1.1,
      note: `${megabytes(early)} to ${megabytes(late)} resident`,
    },
    {
      what: 'memory that one render adds to a fresh process',
      seen: megabytes(first - before),
      bar: '< 150 MB',
      pass: first - before < 150 * 1024 * 1024,
    },
  ];
}
