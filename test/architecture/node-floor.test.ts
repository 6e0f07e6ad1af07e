import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const { satisfies, minVersion } = createRequire(import.meta.url)('semver') as {
  satisfies: (version: string, range: string) => boolean;
  minVersion: (range: string) => { version: string; major: number } | null;
};
const json = <T>(file: string): T => JSON.parse(readFileSync(file, 'utf8')) as T;
const { packages } = json<{ packages: Record<string, { version: string; engines?: { node?: string } }> }>(
  'package-lock.json',
);
const floor = minVersion(packages['']?.engines?.node ?? '');

describe('the oldest Node.js that runs this', () => {
  it('is in the range of every package', () => {
    const asking = Object.entries(packages).filter(([name, { engines }]) => name !== '' && engines?.node);
    expect(asking.length).toBeGreaterThan(300);
    const tooNew = asking.filter(([, { engines }]) => !satisfies(floor?.version ?? '', engines?.node ?? '*'));
    expect(tooNew.map(([name]) => name)).toEqual([]);
  });

  it('is the one whose functions the type check knows, so that a newer one is a fault there', () => {
    expect(minVersion(packages['node_modules/@types/node']?.version ?? '')?.major).toBe(floor?.major);
    const { compilerOptions } = json<{ compilerOptions: { lib: string[] } }>('tsconfig.json');
    // What Node 20 has of the language; es2024 begins with Node 22.
    expect(compilerOptions.lib).toEqual(['es2023']);
  });
});
