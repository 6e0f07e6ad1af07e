import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Reporter, TestSpecification, Vitest } from 'vitest/node';
import { parse } from 'yaml';
import { candidates } from './analyse.js';
import { changesSomething, readRecordings } from './recordings.js';
import { readSchema } from './schema.js';
import { transactionsOf } from './transactions.js';
import { type Explained, groundless, judge, shown } from './verdict.js';

const HERE = 'test/interleavings';

/** What people wrote down about calls and candidates: `calls.yaml`, `explained.yaml`. */
interface Calls {
  /** Tables that carry no invariant, and why. */
  readonly tables: Readonly<Record<string, string>>;
  /** Paths and jobs that are neither of the site, the desk nor the worker. */
  readonly foreign: readonly string[];
  /** Endpoints and jobs that no test drives, and why. */
  readonly unrecorded: Readonly<Record<string, string>>;
}

/** Where recordings are kept and added to those of earlier runs, which are then judged together, whatever tests ran. */
const KEPT = process.env['INTERLEAVINGS'];

/** After a run of all tests: what they made the site, the desk and the worker send to PostgreSQL, and which interleavings of it break something. */
export default class InterleavingsReporter implements Reporter {
  private vitest: Vitest | undefined;
  private folder: string | undefined;
  private whole = false;

  onInit(vitest: Vitest): void {
    this.vitest = vitest;
    this.folder = KEPT ?? mkdtempSync(join(tmpdir(), 'interleavings-'));
    mkdirSync(this.folder, { recursive: true });
    process.env['INTERLEAVINGS'] = this.folder;
  }

  /** Some of the tests tell too little to judge by. */
  async onTestRunStart(specifications: readonly TestSpecification[]): Promise<void> {
    const all = await this.vitest?.globTestSpecifications();
    this.whole = specifications.length === all?.length && !this.vitest?.config.testNamePattern;
  }

  async onTestRunEnd(): Promise<void> {
    const folder = this.folder ?? '';
    if ((this.whole || KEPT) && process.env['TEST_DATABASE_URL']) {
      const problems = await verdict(folder);
      for (const problem of problems) console.error(problem);
      if (problems.length > 0) process.exitCode = 1;
    }
    if (!KEPT) rmSync(folder, { recursive: true, force: true });
  }
}

/** Everything that is wrong, in words; prints the counts. */
export async function verdict(folder: string): Promise<string[]> {
  const { tables, foreign, unrecorded } = parse(readFileSync(`${HERE}/calls.yaml`, 'utf8')) as Calls;
  const explained = (parse(readFileSync(`${HERE}/explained.yaml`, 'utf8')) ?? []) as Explained[];
  const url = new URL(process.env['TEST_DATABASE_URL'] ?? '');
  url.pathname = '/template_migrated';
  const schema = await readSchema(url.href);
  const counts = (table: string): boolean => !(table in tables);

  const { calls, known } = readRecordings(folder, new RegExp(`^(${foreign.join('|')})`));
  const began = performance.now();
  const changing = calls.filter((call) => changesSomething(call, schema, counts));
  const ways = changing.map((recorded) => ({
    call: recorded.call,
    transactions: transactionsOf(recorded, schema),
  }));
  const found = candidates(ways, schema, counts);
  const { unexplained, gone } = judge(found, explained);
  const recorded = new Set(calls.map(({ call }) => call));
  const names = new Set(ways.map(({ call }) => call));
  console.log(
    `interleavings: ${names.size} calls that change something, in ${ways.length} ways, ${(names.size * (names.size + 1)) / 2} pairs; ` +
      `${found.length} candidates, ${found.length - unexplained.length} explained, ${unexplained.length} left (${Math.round(performance.now() - began)} ms)`,
  );
  // Which of two jobs comes first is not the same in every run: a rule may have nothing to explain in one.
  for (const one of gone)
    console.warn(`${HERE}/explained.yaml explains what this run did not show: ${JSON.stringify(one)}`);
  const baseless = explained.flatMap((one) =>
    groundless(one, ways, schema).map((what) => `${what}: ${JSON.stringify(one)}`),
  );
  return [
    ...baseless.map((what) => `${HERE}/explained.yaml rests on what is not there: ${what}`),
    ...unexplained.map((candidate) => `may break something, and nothing says why not:\n${shown(candidate)}`),
    ...known
      .filter((call) => !recorded.has(call) && !(call in unrecorded))
      .map((call) => `${call} was never recorded: give it a test, or a reason in ${HERE}/calls.yaml`),
    ...Object.keys(unrecorded)
      .filter((call) => recorded.has(call) || !known.includes(call))
      .map((call) => `${HERE}/calls.yaml says that ${call} is not recorded; it is, or there is no such call`),
    ...Object.keys(tables)
      .filter((table) => !schema.tables.has(table))
      .map((table) => `${HERE}/calls.yaml names a table that is not there: ${table}`),
  ];
}
