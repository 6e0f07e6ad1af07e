import { createVitest, type Vitest } from 'vitest/node';
import { resolve } from 'node:path';
import { type HandMadeFault, handMadeFaults } from './by-hand.js';

/**
 * Puts in each fault of by-hand.yaml and runs its tests, all in one Vitest: only the file with the fault is compiled anew.
 * @param words of the paths whose faults are meant; none for all.
 * @returns what was missed: no test failed. A crash is not a failed test.
 */
export async function tryByHand(words: readonly string[]): Promise<string[]> {
  const vitest = await createVitest('test', { config: 'test/mutants/by-hand.config.ts', watch: false });
  const missed: string[] = [];
  const meant = ({ file }: HandMadeFault): boolean =>
    words.length === 0 || words.some((word) => file.includes(word));
  try {
    await mustPass(vitest, [
      ...new Set(
        handMadeFaults()
          .filter(meant)
          .flatMap(({ tests }) => tests),
      ),
    ]);
    for (const [index, fault] of handMadeFaults().entries()) {
      if (!meant(fault)) continue;
      const began = Date.now();
      const failed = await failedWith(vitest, fault, index);
      if (failed === 0) missed.push(fault.fault);
      const seconds = Math.round((Date.now() - began) / 1000);
      console.log(`  ${failed > 0 ? 'noticed' : 'MISSED '}  ${fault.fault} (${seconds} s)`);
    }
  } finally {
    await vitest.close();
  }
  return missed;
}

/** A test that fails anyway notices nothing. @throws Error */
async function mustPass(vitest: Vitest, tests: readonly string[]): Promise<void> {
  const { testModules } = await vitest.start([...tests]);
  const failing = testModules
    .filter((module) => !module.ok())
    .map(({ relativeModuleId }) => relativeModuleId);
  if (failing.length > 0) throw new Error(`These tests fail without any fault: ${failing.join(', ')}`);
}

/** How many tests failed with this fault in the code. @throws Error when they could not be run */
async function failedWith(
  vitest: Vitest,
  { fault, file, tests }: HandMadeFault,
  index: number,
): Promise<number> {
  const compileAnew = (): void => {
    const { moduleGraph } = vitest.vite.environments['ssr'] ?? {};
    for (const module of moduleGraph?.getModulesByFile(resolve(file)) ?? [])
      moduleGraph?.invalidateModule(module);
  };
  process.env['BY_HAND'] = String(index);
  compileAnew();
  vitest.state.filesMap.clear();
  const { testModules } = await vitest.start([...tests]);
  delete process.env['BY_HAND'];
  compileAnew();
  const failed = testModules.flatMap((module) => [...module.children.allTests('failed')]).length;
  const broken = testModules.filter((module) => module.errors().length > 0);
  if (testModules.length === 0 || (failed === 0 && broken.length > 0))
    throw new Error(`“${fault}”: its tests could not be run. ${broken[0]?.errors()[0]?.message ?? ''}`);
  return failed;
}
