import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onChange } from './on-change.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'watch-'));
  mkdirSync(join(folder, 'pages'));
  writeFileSync(join(folder, 'pages', 'a.liquid'), 'one');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** What is told of after each step; the next one follows when it has been. */
async function toldOf(...steps: readonly (() => void)[]): Promise<string[][]> {
  const stop = new AbortController();
  const told: string[][] = [];
  const [first, ...later] = steps;
  const watching = onChange(
    [folder],
    (files) => {
      told.push(files.map((file) => file.slice(folder.length + 1)).sort());
      const next = later.shift();
      if (next) next();
      else stop.abort();
      return Promise.resolve();
    },
    stop.signal,
  );
  first?.();
  await watching;
  return told;
}
const save = (name: string): void => writeFileSync(join(folder, name), name);

describe('watching', () => {
  it('calls once for the changes of one save, below a subfolder too, and again for the next save', async () => {
    const twice = (): void => {
      save('pages/a.liquid');
      save('pages/a.liquid');
    };
    expect(await toldOf(twice, () => save('pages/a.liquid'))).toEqual([
      ['pages/a.liquid'],
      ['pages/a.liquid'],
    ]);
  });

  it('goes on with a file that the editor puts in the place of the old one, and tells of nothing it writes beside it', async () => {
    const replace = (): void => {
      save('pages/4913');
      save('pages/.a.liquid.swp');
      save('pages/a.liquid~');
      save('pages/a.liquid___jb_tmp___');
      renameSync(join(folder, 'pages/a.liquid___jb_tmp___'), join(folder, 'pages/a.liquid'));
    };
    expect(await toldOf(replace, replace, () => save('pages/a.liquid'))).toEqual(
      Array.from({ length: 3 }, () => ['pages/a.liquid']),
    );
  });

  it('tells of all that changed at once, of what is deleted, and of what comes in new folders', async () => {
    expect(
      await toldOf(
        () => {
          save('b.ts');
          save('pages/a.liquid');
        },
        () => {
          rmSync(join(folder, 'b.ts'));
          mkdirSync(join(folder, 'new/deep'), { recursive: true });
          save('new/deep/c.ts');
        },
        () => save('new/deep/c.ts'),
      ),
    ).toEqual([['b.ts', 'pages/a.liquid'], ['b.ts', 'new/deep/c.ts'], ['new/deep/c.ts']]);
  });
});
