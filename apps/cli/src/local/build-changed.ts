import { execFile } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const SHARED = ['libs', 'package-lock.json', 'tsconfig.json', 'nest-cli.json'];

/** Builds each app whose bundle is older than its sources, the libs or the lock file. Returns the names built. */
export async function buildChanged(root: string, apps: readonly string[]): Promise<string[]> {
  const shared = Math.max(...SHARED.map((path) => newest(join(root, path))));
  const stale = apps.filter((app) => {
    const bundle = join(root, 'dist', 'apps', app, 'main.js');
    return (
      !existsSync(bundle) || statSync(bundle).mtimeMs < Math.max(shared, newest(join(root, 'apps', app)))
    );
  });
  if (stale.length > 0) await build(root, stale);
  return stale;
}

/** One process for all: starting the build tool costs more than building an app. */
async function build(root: string, apps: readonly string[]): Promise<void> {
  const nest = join(root, 'node_modules', '@nestjs', 'cli', 'bin', 'nest.js');
  await promisify(execFile)(process.execPath, [nest, 'build', ...apps], { cwd: root }).catch(
    (error: { stdout?: string; stderr?: string }) => {
      throw new Error(`${apps.join(', ')} could not be built:\n${error.stdout ?? ''}${error.stderr ?? ''}`);
    },
  );
}

/** The latest modification below a path, in milliseconds. Data files are read when an app starts, so only code counts. */
function newest(path: string): number {
  if (!existsSync(path)) return 0;
  const stat = statSync(path);
  if (!stat.isDirectory()) return /\.(ts|json)$/.test(path) && !path.endsWith('.test.ts') ? stat.mtimeMs : 0;
  return readdirSync(path).reduce(
    (latest, name) => (name === 'data' ? latest : Math.max(latest, newest(join(path, name)))),
    0,
  );
}
