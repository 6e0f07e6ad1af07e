import { resolve } from 'node:path';
import { defineConfig, mergeConfig } from 'vitest/config';
import base from '../vitest.config.js';
import { handMadeFaults, withFault } from './by-hand.js';

/** The tests named by one fault (`BY_HAND`, its place in the list), with that fault in the code as it is read: no file is touched. */
export default defineConfig((environment) => {
  const fault = handMadeFaults()[Number(process.env['BY_HAND'])];
  if (!fault) throw new Error('BY_HAND names no fault of test/mutants/by-hand.yaml.');
  const { test, ...rest } = base(environment);
  const { reporters: _many, include: _all, ...kept } = test ?? {};
  return mergeConfig(rest, {
    plugins: [
      {
        name: 'fault-by-hand',
        enforce: 'pre' as const,
        transform: (code: string, id: string) =>
          id === resolve(fault.file) ? withFault(fault, code) : undefined,
      },
    ],
    test: {
      ...kept,
      bail: 1,
      include: fault.tests.map((path) => (path.endsWith('.ts') ? path : `${path}/**/*.test.ts`)),
      reporters: ['json'],
      outputFile: '.local/mutants/by-hand.json',
    },
  });
});
