import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What loading a folder with this one file says; '' when nothing is wrong with it. */
export function faultInFile(file: string, text: string, load: (folder: string) => unknown): string {
  const folder = mkdtempSync(join(tmpdir(), 'groups-'));
  try {
    writeFileSync(join(folder, file), text);
    load(folder);
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
