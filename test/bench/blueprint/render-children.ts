import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Cost } from './render-in-child.js';

const FILE = fileURLToPath(new URL('render-in-child.ts', import.meta.url));

/** Renderers in processes of their own, as several workers are. */
export class RenderChildren {
  private constructor(private readonly children: readonly ChildProcess[]) {}

  static async start(count: number, snapshotFile: string): Promise<RenderChildren> {
    const children = Array.from({ length: count }, () =>
      fork(FILE, [snapshotFile], { execArgv: process.execArgv }),
    );
    await Promise.all(children.map((child) => once(child, 'message')));
    return new RenderChildren(children);
  }

  /** Has the first `count` of them render at the same time. */
  async render(count: number, renders: number): Promise<Cost[]> {
    return await Promise.all(
      this.children.slice(0, count).map(async (child) => {
        child.send(renders);
        const [cost] = (await once(child, 'message')) as [Cost];
        return cost;
      }),
    );
  }

  stop(): void {
    for (const child of this.children) child.kill();
  }
}
