import { basename } from 'node:path';
import { projectPath } from '@app/config';
import { onChange } from '../preview/on-change.js';
import { buildChanged } from './build-changed.js';
import type { LocalStack } from './local-stack.js';

/** The apps that read words, layouts and figures when they start. */
const READERS = ['site', 'desk', 'worker'] as const;

export interface RestartOptions {
  readonly stack: Pick<LocalStack, 'app' | 'restart' | 'sandboxUrl'>;
  readonly progress: (line: string) => void;
  readonly signal: AbortSignal;
  readonly folders?: readonly string[];
  readonly build?: typeof buildChanged;
}

/** Builds what changed and starts it again, after every change of a source, a template or a data file, until the signal is aborted. */
export async function restartOnChange({
  stack,
  progress,
  signal,
  folders = ['apps', 'libs', 'templates'].map((folder) => projectPath(folder)),
  build = buildChanged,
}: RestartOptions): Promise<void> {
  const running = [...READERS, ...(stack.sandboxUrl ? ['stripe-sandbox'] : [])];
  const again = async (name: string): Promise<void> => {
    await stack.app(name)?.stop();
    await stack.restart(name);
  };
  progress(`Watching ${folders.map((folder) => basename(folder)).join(', ')}`);
  await onChange(
    folders,
    async (all) => {
      const files = all.filter((file) => !file.endsWith('.test.ts'));
      if (files.length === 0) return;
      try {
        progress(`${files.map((file) => basename(file)).join(', ')} changed`);
        const built = await build(running, progress);
        const readers = files.every((file) => /\.[jt]s$/.test(file)) ? [] : READERS;
        await Promise.all([...new Set([...built, ...readers])].map(again));
      } catch (error) {
        // Somebody is in the middle of an edit: what runs goes on running until the next change.
        progress(error instanceof Error ? error.message : String(error));
      }
    },
    signal,
  );
}
