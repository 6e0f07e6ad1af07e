// Builds the apps named as arguments, or all, where their bundle is older than what it is made of. Plain JavaScript, since it
// runs when nothing is built yet.
import { execFile } from 'node:child_process';
import { existsSync, readdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SHARED = ['libs', 'package-lock.json', 'tsconfig.json', 'nest-cli.json'];
const bundle = (root, app) => join(root, 'dist', 'apps', app, 'main.js');

/** The apps whose bundle is missing, or older than its sources, the libs or the lock file. */
export function staleApps(root, apps) {
  const shared = Math.max(...SHARED.map((path) => newest(join(root, path))));
  return apps.filter(
    (app) =>
      !existsSync(bundle(root, app)) ||
      statSync(bundle(root, app)).mtimeMs < Math.max(shared, newest(join(root, 'apps', app))),
  );
}

/**
 * Builds what is stale of these apps; of all when none is named. One process for all: starting the build tool costs more than an app.
 * @returns the names built. @throws Error with what the compiler said
 */
export async function buildChanged(apps = allApps(), progress = () => {}) {
  const stale = staleApps(ROOT, apps);
  if (stale.length === 0) return stale;
  progress(`Building ${stale.join(', ')}`);
  const began = new Date();
  const nest = join(ROOT, 'node_modules', '@nestjs', 'cli', 'bin', 'nest.js');
  await promisify(execFile)(process.execPath, [nest, 'build', ...stale], { cwd: ROOT }).catch((error) => {
    // The build tool writes a bundle even of what it could not read; nobody may start that.
    for (const app of stale) rmSync(bundle(ROOT, app), { force: true });
    throw new Error(`${stale.join(', ')} could not be built:\n${error.stdout ?? ''}${error.stderr ?? ''}`);
  });
  // As old as the sources it was made of: what was saved meanwhile is newer, and built next time.
  for (const app of stale) utimesSync(bundle(ROOT, app), began, began);
  progress(`Built in ${((Date.now() - began.getTime()) / 1000).toFixed(1)} s`);
  return stale;
}

const allApps = () =>
  readdirSync(join(ROOT, 'apps'), { withFileTypes: true })
    .filter((one) => one.isDirectory())
    .map(({ name }) => name);

/** The latest modification below a path, in milliseconds. Data files are read when an app starts, so only code counts. */
function newest(path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return 0;
  if (!stat.isDirectory()) return /\.(ts|json)$/.test(path) && !path.endsWith('.test.ts') ? stat.mtimeMs : 0;
  return readdirSync(path)
    .filter((name) => name !== 'data')
    .reduce((latest, name) => Math.max(latest, newest(join(path, name))), 0);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const apps = process.argv.slice(2);
  buildChanged(apps.length > 0 ? apps : undefined, (line) => console.error(`  ${line}`)).catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
