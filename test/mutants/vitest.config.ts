import { defineConfig, mergeConfig } from 'vitest/config';
import base from '../vitest.config.js';
import { PARTS } from './parts.js';
import { unloadable, warmWorker } from './warm-worker.js';

/**
 * The tests of one part (`MUTANTS_PART`), as `npm test` runs them; without the PostgreSQL where they need none, and without the recorder of
 * statements: Vitest loads all set-up files at once, so the code that it imports would be made before Stryker can break it.
 * Stryker takes threads, which have no room of their own to ask for.
 */
export default defineConfig((environment) => {
  const { tests, database } = PARTS[process.env['MUTANTS_PART'] ?? ''] ?? { tests: [], database: true };
  const { test, ...rest } = base(environment);
  const {
    globalSetup,
    setupFiles: _recorder,
    execArgv: _room,
    reporters: _many,
    include: _all,
    ...kept
  } = test ?? {};
  return mergeConfig(rest, {
    plugins: [warmWorker()],
    test: {
      ...kept,
      setupFiles: ['test/mutants/no-mutant-yet.ts', 'test/laws.ts'],
      env: { TEST_MODE: 'mutants' },
      // Stryker measures what is late; a busy machine kills no mutant.
      testTimeout: 600_000,
      hookTimeout: 600_000,
      // Code from that cache does not say what it imports, and so not which tests a file is related to.
      experimental: { fsModuleCache: false },
      include: [...tests],
      ...(database && { globalSetup }),
      reporters: [unloadable],
    },
  });
});
