import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onChange } from './on-change.js';

describe('watching', () => {
  it('calls once for the changes of one save, below a subfolder too, and again for the next save', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'watch-'));
    const pages = join(folder, 'pages');
    mkdirSync(pages);
    const file = join(pages, 'a.liquid');
    writeFileSync(file, 'one');
    const stop = new AbortController();
    const seen: string[] = [];
    const watching = onChange(
      [folder],
      (changed) => {
        seen.push(changed);
        if (seen.length === 1) writeFileSync(file, 'two');
        else stop.abort();
        return Promise.resolve();
      },
      stop.signal,
    );
    writeFileSync(file, 'h');
    writeFileSync(file, 'half');
    await watching;
    expect(seen).toEqual([file, file]);
    rmSync(folder, { recursive: true });
  });
});
