import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** The test files that hold laws, from the project's folder: those that fast-check asks for examples. */
const lawFiles = (): string[] =>
  ['apps', 'libs', 'test']
    .flatMap((top) =>
      readdirSync(join(ROOT, top), { recursive: true, encoding: 'utf8' }).map((file) => join(top, file)),
    )
    .filter((file) => file.endsWith('.test.ts'))
    .filter((file) => readFileSync(join(ROOT, file), 'utf8').includes("from 'fast-check'"));

/**
 * Where compiled modules are kept, by the packages that are installed: Vitest empties a folder whose packages have changed without making it anew,
 * so that the first run after an install would fail.
 */
const compiledModules = (): string => {
  const installed = readFileSync(join(ROOT, 'node_modules', '.package-lock.json'));
  const packages = createHash('sha256').update(installed).digest('hex').slice(0, 12);
  return join(ROOT, 'node_modules', '.cache', `vitest-${packages}`);
};

/**
 * The tests of the whole repository. Two workers (docs/adr/test-runner.md says why they are shared): each links the libraries and reads the
 * catalogue once for all its files, so a file leaves nothing behind that another could meet; `--sequence.shuffle.files` shows whether it does.
 * Three modes: by default all but the stack; `--mode long` the laws, with ten times the examples, and hostile requests; `--mode stack` the whole stack.
 */
export default defineConfig(({ mode }) => ({
  root: ROOT,
  resolve: { tsconfigPaths: true },
  oxc: { decorator: { legacy: true, emitDecoratorMetadata: true }, target: 'es2022' },
  test: {
    globals: true,
    pool: 'forks',
    // A file of the stack starts apps of its own, in processes of their own: there is no linking to share.
    isolate: mode === 'stack',
    maxWorkers: 2,
    // Drafts and catalogues make much that lives briefly; with room for it the collector takes half of the time.
    execArgv: ['--max-semi-space-size=64'],
    testTimeout: mode === 'test' ? 60_000 : 600_000,
    hookTimeout: mode === 'stack' ? 180_000 : 60_000,
    include: mode === 'long' ? [...lawFiles(), 'test/long/**/*.test.ts'] : ['{apps,libs,test}/**/*.test.ts'],
    exclude:
      mode === 'stack' ? [] : ['test/{browser,stack,bench}/**', ...(mode === 'long' ? [] : ['test/long/**'])],
    ...(mode === 'stack' && { include: ['test/{browser,stack}/**/*.test.ts'] }),
    env: { TEST_MODE: mode },
    // What is compiled once is kept until its file changes: a second run begins at once.
    experimental: { fsModuleCache: true, fsModuleCachePath: compiledModules() },
    globalSetup: ['test/global-setup.ts', ...(mode === 'stack' ? ['test/shared-site.ts'] : [])],
    // What these tests make the product send to PostgreSQL is looked through once they are done (docs/recipes/record-a-call.md).
    setupFiles: [
      ...(mode === 'stack' ? [] : ['test/laws.ts']),
      ...(mode === 'test' ? ['test/interleavings/recorder.ts'] : []),
    ],
    reporters: [
      'default',
      'test/counts-reporter.ts',
      ...(mode === 'test' ? ['test/interleavings/reporter.ts'] : []),
    ],
  },
}));
