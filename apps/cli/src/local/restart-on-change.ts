import { relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectPath } from '@app/config';
import type * as BuildChanged from '../../build-changed.js';
import { onChange } from '../preview/on-change.js';
import type { LocalStack } from './local-stack.js';

/** What words, layouts and figures are read by, when they start. */
const READERS = ['site', 'desk', 'worker'] as const;

/** Builds what changed and starts it again, after every change of a source, a template or a data file, until the signal is aborted. */
export async function restartOnChange(
  stack: LocalStack,
  progress: (line: string) => void,
  signal: AbortSignal,
): Promise<void> {
  // The very file that built this bundle, and no copy inside it: it finds the project from where it lies.
  const script = pathToFileURL(projectPath('apps', 'cli', 'build-changed.js')).href;
  const { buildChanged } = (await import(/* webpackIgnore: true */ script)) as typeof BuildChanged;
  const running = [...READERS, ...(stack.sandboxUrl ? ['stripe-sandbox'] : [])];
  progress('Watching apps/, libs/ and templates/');
  await onChange(
    ['apps', 'libs', 'templates'].map((folder) => projectPath(folder)),
    async (file) => {
      if (file.endsWith('.test.ts')) return;
      try {
        progress(`${relative(projectPath(), file)} changed`);
        const built = await buildChanged(running, progress);
        const concerned = /\.[jt]s$/.test(file) ? built : new Set([...built, ...READERS]);
        await Promise.all(
          [...concerned].map(async (name) => {
            await stack.app(name)?.stop();
            await stack.restart(name);
          }),
        );
      } catch (error) {
        progress(error instanceof Error ? error.message : String(error));
      }
    },
    signal,
  );
}
