import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '@app/kernel';

interface Prepared<T> {
  /** A hash over the content files this was made from. */
  readonly inputs: string;
  readonly entries: Readonly<Record<string, T>>;
}

/** Writes entries as parsed and checked from the YAML of a folder, which takes seconds to read. */
export function writePrepared<T>(file: string, folder: string, entries: ReadonlyMap<string, T>): void {
  const prepared: Prepared<T> = { inputs: inputsOf(folder), entries: Object.fromEntries(entries) };
  writeFileSync(file, `${JSON.stringify(prepared)}\n`);
}

/** Undefined when nothing was prepared, or of other files. */
export function readPrepared<T>(file: string, folder: string): ReadonlyMap<string, T> | undefined {
  try {
    const { inputs, entries } = JSON.parse(readFileSync(file, 'utf8')) as Prepared<T>;
    return inputs === inputsOf(folder) ? new Map(Object.entries(entries)) : undefined;
  } catch {
    return undefined;
  }
}

function inputsOf(folder: string): string {
  const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  return sha256(
    files
      .sort()
      .map((name) => `${name} ${sha256(readFileSync(join(folder, name)))}\n`)
      .join(''),
  );
}
