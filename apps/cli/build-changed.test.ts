import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { staleApps } from './build-changed.js';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'stale-'));
  for (const app of ['site', 'desk']) {
    at(10, `apps/${app}/src/main.ts`);
    at(20, `dist/apps/${app}/main.js`);
  }
  at(10, 'libs/kernel/src/index.ts');
});
afterEach(() => rmSync(root, { recursive: true }));

/** A file last changed at a time, in seconds. */
function at(time: number, path: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), '');
  utimesSync(join(root, path), time, time);
}
const stale = (): string[] => staleApps(root, ['site', 'desk']);

describe('the apps to build', () => {
  it('are none when nothing changed', () => expect(stale()).toEqual([]));

  it.each([
    ['that removed the bundle', () => rmSync(join(root, 'dist/apps/site/main.js')), ['site']],
    ['of its own', () => at(30, 'apps/desk/src/pages/page.ts'), ['desk']],
    ['in a lib', () => at(30, 'libs/kernel/src/money.ts'), ['site', 'desk']],
    ['in the lock file', () => at(30, 'package-lock.json'), ['site', 'desk']],
  ])('are those with a change %s', (_what, change, expected) => {
    change();
    expect(stale()).toEqual(expected);
  });

  it.each(['apps/site/src/main.test.ts', 'libs/occupations/data/pay.json', 'libs/kernel/notes.md'])(
    'do not count %s, which no bundle holds',
    (file) => {
      at(30, file);
      expect(stale()).toEqual([]);
    },
  );
});
