import type { RunnerTestCase, RunnerTestFile } from 'vitest';
import {
  type PoolOptions,
  type PoolWorker,
  type Reporter,
  ThreadsPoolWorker,
  type Vite,
  type WorkerRequest,
} from 'vitest/node';

/** Mutants one worker is used for: what a mutant leaves behind in memory (a figure worked out once) is gone after so many. */
const USES = 25;

interface Warm {
  readonly thread: ThreadsPoolWorker;
  uses: number;
}
let warm: Warm | undefined;

/**
 * The worker that tries one mutant after another with the code linked once, as linking Nest and TypeORM takes seconds and most tests a few
 * milliseconds. Vitest by itself would end it after every mutant. `no-mutant-yet.ts` loads our own code anew where a mutant needs that.
 */
class WarmWorker implements PoolWorker {
  readonly name = 'warm';
  private readonly reusable: boolean;
  private readonly heard: (readonly [string, (told: unknown) => void])[] = [];
  private current: Warm | undefined;
  private running = false;

  constructor(private readonly options: PoolOptions) {
    this.reusable = (options.project.getProvidedContext() as { mode?: string }).mode === 'mutant';
  }

  async start(): Promise<void> {
    if (!this.reusable || (warm && warm.uses >= USES)) await endWarmWorker();
    this.current = warm ?? { thread: new ThreadsPoolWorker(this.options), uses: 0 };
    if (this.current.uses++ === 0) await this.current.thread.start();
    if (this.reusable) warm = this.current;
    this.on('message', (told) => {
      if ((told as { type?: string }).type === 'testfileFinished') this.running = false;
    });
  }

  on(event: string, callback: (told: unknown) => void): void {
    this.heard.push([event, callback]);
    this.current?.thread.on(event, callback);
  }

  off(event: string, callback: (told: unknown) => void): void {
    this.current?.thread.off(event, callback);
  }

  send(message: WorkerRequest): void {
    const { type } = message as { type?: string };
    if (type === 'run') this.running = true;
    if (type !== 'stop' || !this.reusable) this.current?.thread.send(message);
    else
      for (const [event, callback] of this.heard)
        if (event === 'message') callback({ type: 'stopped', __vitest_worker_response__: true });
  }

  async stop(): Promise<void> {
    for (const [event, callback] of this.heard) this.off(event, callback);
    if (!this.reusable) await this.current?.thread.stop();
    else if (this.running) await endWarmWorker();
  }

  deserialize(told: unknown): unknown {
    return told;
  }
}

async function endWarmWorker(): Promise<void> {
  const ending = warm;
  warm = undefined;
  await ending?.thread.stop();
}

/** A file whose modules cannot be loaded has no test that fails, and Stryker would take its mutant for one that nobody noticed. */
export const unloadable: Reporter = {
  onTestModuleEnd(module) {
    const { task } = module as unknown as { task: RunnerTestFile };
    if (task.tasks.length > 0 || task.result?.state !== 'fail') return;
    const { id, result } = task;
    task.tasks.push({
      type: 'test',
      id: `${id}_0`,
      name: 'loads',
      mode: 'run',
      file: task,
      result,
    } as RunnerTestCase);
  },
};

/** Has Vitest take the warm worker, whatever pool Stryker asks for. */
export const warmWorker = (): Vite.Plugin => ({
  name: 'warm-worker',
  configureVitest({ project, vitest }) {
    Object.assign(project.config, {
      pool: 'warm',
      poolRunner: { name: 'warm', createPoolWorker: (options: PoolOptions) => new WarmWorker(options) },
    });
    vitest.onClose(endWarmWorker);
  },
});
