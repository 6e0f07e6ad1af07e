import { resolve } from 'node:path';
import { defineConfig, mergeConfig } from 'vitest/config';
import base from '../vitest.config.js';
import { handMadeFaults, withFault } from './by-hand.js';

/** The tests as `npm test` runs them, with one fault (`BY_HAND`, its place in the list) in the code as it is read: no file is touched. */
export default defineConfig((environment) => {
  const faults = handMadeFaults();
  const { test, ...rest } = base(environment);
  const { reporters: _many, setupFiles: _recorder, ...kept } = test ?? {};
  return mergeConfig(rest, {
    plugins: [
      {
        name: 'fault-by-hand',
        enforce: 'pre' as const,
        transform: (code: string, id: string) => {
          const fault = faults[Number(process.env['BY_HAND'] ?? -1)];
          return fault && id === resolve(fault.file) ? withFault(fault, code) : undefined;
        },
      },
    ],
    test: {
      ...kept,
      bail: 1,
      maxWorkers: 1,
      // A test that is late on a busy machine has noticed nothing.
      testTimeout: 600_000,
      hookTimeout: 600_000,
      // Code kept from another run would be without the fault.
      experimental: { fsModuleCache: false },
      reporters: [{}],
    },
  });
});
