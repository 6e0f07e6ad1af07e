import { defineConfig, mergeConfig } from 'vitest/config';
import base from '../vitest.config.js';
import { PARTS } from './parts.js';

/** The tests of one part (`MUTANTS_PART`), as `npm test` runs them; without the PostgreSQL where they need none. */
export default defineConfig((environment) => {
  const { tests, database } = PARTS[process.env['MUTANTS_PART'] ?? ''] ?? { tests: [], database: true };
  const { test, ...rest } = base(environment);
  const { globalSetup, reporters: _many, include: _all, ...kept } = test ?? {};
  return mergeConfig(rest, {
    test: { ...kept, include: [...tests], ...(database && { globalSetup }), reporters: ['dot'] },
  });
});
