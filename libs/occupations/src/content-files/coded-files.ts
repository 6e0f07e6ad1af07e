import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ContentError } from './content-error.js';
import { type CodedEntry, readEntries } from './yaml-file.js';

/**
 * Reads every file of a folder; each maps codes to entries.
 * @param type the class-validator class of one entry
 * @param options `anyKey`: an entry may hold keys that its class does not name; the caller checks them
 * @throws ContentError with file and line of every problem of all files, a code that stands twice among them
 */
export function readCodedFolder<T extends object>(
  folder: string,
  type: new () => T,
  { anyKey = false } = {},
): CodedEntry<T>[] {
  const problems: string[] = [];
  const entries = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .flatMap((name) => {
      try {
        return readEntries(name, readFileSync(join(folder, name), 'utf8'), type, anyKey);
      } catch (error) {
        if (!(error instanceof ContentError)) throw error;
        problems.push(...error.problems);
        return [];
      }
    });
  const seen = new Map<string, string>();
  for (const { code, placeOf } of entries) {
    const before = seen.get(code);
    if (before !== undefined) problems.push(`${placeOf()}: ${code} stands at ${before} already`);
    seen.set(code, placeOf());
  }
  if (problems.length > 0) throw new ContentError(problems);
  return entries;
}
