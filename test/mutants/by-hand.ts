import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** A fault put in by hand: the text `from`, which stands once in `file`, becomes `to`, and one of `tests` must fail. */
export interface HandMadeFault {
  readonly fault: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
  /** Test files or their folders. */
  readonly tests: readonly string[];
}

/** The list, in the order of its file. */
export const handMadeFaults = (): readonly HandMadeFault[] =>
  parse(readFileSync(join(import.meta.dirname, 'by-hand.yaml'), 'utf8')) as HandMadeFault[];

/**
 * The source of a file with its fault in it.
 * @throws Error when what was to be changed does not stand there exactly once: the list has fallen behind the code
 */
export function withFault({ fault, file, from, to }: HandMadeFault, source: string): string {
  if (source.split(from).length !== 2)
    throw new Error(`“${fault}”: what is to be changed does not stand exactly once in ${file}.`);
  return source.replace(from, () => to);
}
