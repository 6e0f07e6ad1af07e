import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { FAULTS } from './faults.js';
import { optionsOf } from './shrink.js';
import { type Options, type Outcome, simulate } from './simulate.js';

/** A life in which a rule was broken, small enough to read, and what it must give again. */
export interface WrittenCase {
  readonly options: Options;
  /** The number of the fault that was planted; null for the product as it is. */
  readonly fault: number | null;
  readonly rule: string;
  readonly day: string;
  readonly traceHash: string;
}

/** @returns where it was written. */
export function writeCase(outcome: Outcome, fault: number | null): string {
  const [first] = outcome.findings;
  const written: WrittenCase = {
    options: optionsOf(outcome),
    fault,
    rule: first?.rule ?? 'the same twice',
    day: first?.day ?? '-',
    traceHash: outcome.traceHash,
  };
  const path = `.local/simulation/seed-${outcome.seed}${fault === null ? '' : `-fault-${fault}`}.json`;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${JSON.stringify(written, null, 2)}\n`);
  return path;
}

/** Lives through a written case twice. @returns whether both broke the rule on the day, by the same trace. */
export async function replayCase(path: string, print: (line: string) => void): Promise<boolean> {
  const { options, fault, rule, day, traceHash } = JSON.parse(readFileSync(path, 'utf8')) as WrittenCase;
  let same = true;
  for (const time of ['first', 'second']) {
    const outcome = await simulate(options, fault === null ? undefined : FAULTS[fault - 1]?.plant);
    const [first] = outcome.findings;
    const alike = outcome.traceHash === traceHash && first?.rule === rule && first.day === day;
    print(
      `${time} time: ${outcome.traceHash}, “${first?.rule ?? 'no rule is broken'}”, ${first?.day ?? '-'}: ${alike ? 'as the file says' : `the file says ${traceHash}, “${rule}”, ${day}`}`,
    );
    same &&= alike;
  }
  return same;
}
