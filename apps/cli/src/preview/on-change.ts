import { watch } from 'node:fs';
import { join } from 'node:path';

/** Editors write a file in several steps; the changes of this many milliseconds count as one. */
const SETTLE = 150;

/** Calls back with the file that changed under any of the folders, one call at a time, until the signal is aborted. */
export async function onChange(
  folders: readonly string[],
  changed: (file: string) => Promise<void>,
  signal?: AbortSignal,
): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  let work = Promise.resolve();
  const watchers = folders.map((folder) =>
    watch(folder, { recursive: true }, (_event, name) => {
      if (name === null || /(^|\/)[.#]|~$/.test(name)) return;
      clearTimeout(timer);
      timer = setTimeout(() => {
        work = work.then(() => changed(join(folder, name)));
      }, SETTLE);
    }),
  );
  await new Promise<void>((resolve) => {
    if (signal?.aborted) resolve();
    signal?.addEventListener('abort', () => resolve());
  });
  clearTimeout(timer);
  for (const watcher of watchers) watcher.close();
  await work;
}
