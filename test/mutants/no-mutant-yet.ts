import { inject, vi } from 'vitest';

/**
 * Runs before each test file. While its modules are loaded no mutant is active, also when the worker has tried another before; Stryker makes
 * its own active before the first test. A mutant in what is made at loading (`static`) is active from here on, and the code of the
 * project is loaded anew for it and again after it.
 */
const told = inject as (key: string) => string | undefined;
const { [told('globalNamespace') ?? '']: stryker } = globalThis as unknown as Record<
  string,
  { activeMutant?: string | undefined; loadedWith?: string | undefined } | undefined
>;
if (stryker && told('mode') === 'mutant') {
  const atLoading = told('mutantActivation') === 'static' ? told('activeMutant') : undefined;
  if (stryker.loadedWith !== atLoading) vi.resetModules();
  stryker.loadedWith = atLoading;
  stryker.activeMutant = atLoading;
}
