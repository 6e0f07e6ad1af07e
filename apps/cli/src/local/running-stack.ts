import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Who runs the stack on a folder, and the processes it started. */
interface Running {
  readonly pid: number;
  readonly children: readonly { readonly name: string; readonly pid: number }[];
  readonly siteUrl: string;
}

const fileIn = (folder: string): string => join(folder, 'running.json');

/**
 * Makes this process the one that runs the stack on `folder`. What a killed earlier run left behind is ended first.
 * @throws Error when another run is alive.
 */
export async function takeOver(folder: string): Promise<void> {
  const file = fileIn(folder);
  if (!existsSync(file)) return;
  const earlier = JSON.parse(readFileSync(file, 'utf8')) as Running;
  if (earlier.pid !== process.pid && isOurs(earlier.pid)) {
    throw new Error(
      `The stack is already running (process ${earlier.pid}) at ${earlier.siteUrl}\nUse it, or stop it with Ctrl-C in its terminal.`,
    );
  }
  const left = earlier.children.filter(({ pid }) => isOurs(pid));
  for (const { pid } of left) process.kill(pid, 'SIGKILL');
  // Their ports are free only once they are gone.
  for (let tries = 0; tries < 200 && left.some(({ pid }) => !isGone(pid)); tries += 1)
    await new Promise((next) => setTimeout(next, 50));
  rmSync(file);
}

export function writeRunning(folder: string, running: Running): void {
  writeFileSync(fileIn(folder), JSON.stringify(running));
}

export function forgetRunning(folder: string): void {
  rmSync(fileIn(folder), { force: true });
}

/** Alive, and a process of this project: a process id may by now belong to something else. */
function isOurs(pid: number): boolean {
  if (isGone(pid)) return false;
  const commandLine = `/proc/${pid}/cmdline`;
  if (!existsSync(commandLine)) return true;
  return /dist\/apps\/|maildev/.test(readFileSync(commandLine, 'utf8'));
}

/** Ended, or a zombie that nobody has collected: its sockets are closed either way. */
function isGone(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return /^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}
