import { type FSWatcher, readdirSync, statSync, watch } from 'node:fs';
import { join } from 'node:path';

/** Editors write a file in several steps; the changes of this many milliseconds count as one. */
const SETTLE = 150;
/** What editors write beside a file while they save it has no ending of its own, or one that is no word. */
const EDITED = /^[^.#].*\.[A-Za-z0-9]+$/;

/** Calls back with the files that changed under any of the folders, one call at a time, until the signal is aborted. */
export async function onChange(
  folders: readonly string[],
  changed: (files: readonly string[]) => Promise<void>,
  signal?: AbortSignal,
): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  let work = Promise.resolve();
  const files = new Set<string>();
  const watched = new WatchedFolders((file) => {
    files.add(file);
    clearTimeout(timer);
    timer = setTimeout(() => {
      const these = [...files];
      files.clear();
      work = work.then(() => changed(these));
    }, SETTLE);
  });
  for (const folder of folders) watched.add(folder);
  await new Promise<void>((resolve) => {
    if (signal?.aborted) resolve();
    signal?.addEventListener('abort', () => resolve());
  });
  clearTimeout(timer);
  watched.close();
  await work;
}

/**
 * Watches each folder by itself. Node’s own `recursive` watches each file on Linux and loses one that an editor puts in the place of the old one,
 * which is how many of them save.
 */
class WatchedFolders {
  private readonly watchers = new Map<string, FSWatcher>();

  constructor(private readonly edited: (file: string) => void) {}

  /**
   * The folder and all below it; once more is anew, for one that was made again under its old name.
   * @param isNew what stands in it already has changed
   */
  add(folder: string, isNew = false): void {
    this.watchers.get(folder)?.close();
    const watcher = watch(folder, (_event, name) => {
      if (name === null) return;
      const path = join(folder, name);
      if (isFolder(path)) this.add(path, true);
      else if (EDITED.test(name)) this.edited(path);
    });
    // A folder that is gone has nothing more to tell.
    watcher.on('error', () => watcher.close());
    this.watchers.set(folder, watcher);
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) this.add(path, isNew);
      else if (isNew && EDITED.test(entry.name)) this.edited(path);
    }
  }

  close(): void {
    for (const watcher of this.watchers.values()) watcher.close();
  }
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
