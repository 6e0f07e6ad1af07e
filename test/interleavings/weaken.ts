import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { startEmbeddedServer } from '../../libs/database/src/embedded-server.js';
import { type Candidate, candidates, type Way } from './analyse.js';
import type { Recorded } from './recorded.js';
import { changesSomething, readRecordings } from './recordings.js';
import { readSchema } from './schema.js';
import { transactionsOf } from './transactions.js';
import { type Explained, explanationOf, shown } from './verdict.js';
import { together, type Weakening, weakenings } from './weakenings.js';

/**
 * How much this tool sees: takes every protection from every recorded call, one after the other, and counts after which of them something is left
 * that nothing explains. What is not seen is either doubled – without it nothing new can happen, since something else of the call keeps the others out –
 * or explained, and then that explanation is to be read: it must hold without the protection. `npm run interleavings:weaken -- <folder>`.
 */
const [recorded] = process.argv.slice(2);
if (recorded === undefined)
  throw new Error('Name the folder that INTERLEAVINGS=<folder> npm test has recorded to.');
const HERE = 'test/interleavings';
const UNEXPLAINED = 'nothing explains it';
/** Two statements that begin alike so far are the same one, with and without what it compares. */
const SAME_STATEMENT = 60;
const folder = mkdtempSync(join(tmpdir(), 'weaken-postgres-'));
chmodSync(folder, 0o755);
const server = await startEmbeddedServer(join(folder, 'data'), { lasting: false });
process.env['TEST_DATABASE_URL'] = server.url;
try {
  const { createTestDatabase } = await import('@app/testing');
  const database = await createTestDatabase();
  const schema = await readSchema(database.ownerUrl);
  await database.source.destroy();
  const { tables, foreign } = parse(readFileSync(`${HERE}/calls.yaml`, 'utf8')) as {
    tables: Record<string, string>;
    foreign: string[];
  };
  const explained = parse(readFileSync(`${HERE}/explained.yaml`, 'utf8')) as Explained[];
  const counts = (table: string): boolean => !(table in tables);
  const calls = readRecordings(recorded, new RegExp(`^(${foreign.join('|')})`)).calls.filter((call) =>
    changesSomething(call, schema, counts),
  );
  const wayOf = (call: Recorded): Way => ({ call: call.call, transactions: transactionsOf(call, schema) });
  const ways = calls.map(wayOf);
  const found = (name: string, its: readonly Way[]): Candidate[] =>
    candidates([...its, ...ways.filter(({ call }) => call !== name)], schema, counts, new Set([name]));
  const keyOf = ({ call, other, read, write, kind, schedule: [, , , { sql }] }: Candidate): string =>
    [call, other, read, write, kind, sql.slice(0, SAME_STATEMENT)].join('\n');
  /** What can happen without it that could not before, by what explains it; a key of its own for what nothing explains. */
  const newWithout = (name: string, before: ReadonlySet<string>, weakening: Weakening): Set<string> => {
    const weak = calls.filter(({ call }) => call === name).map((call) => wayOf(weakening.of(call)));
    const all = found(name, weak);
    const why = all
      .filter((one) => !explanationOf(one, explained) || !before.has(keyOf(one)))
      .map((one) => explanationOf(one, explained)?.why ?? UNEXPLAINED);
    return new Set(why);
  };
  const asItIs = candidates(ways, schema, counts).filter((one) => !explanationOf(one, explained));
  console.log(`As it was recorded: ${asItIs.length} without an explanation.`);
  for (const one of asItIs) console.log(shown(one));
  const counted = { one: 0, ofOne: 0, doubled: 0, all: 0, ofAll: 0 };
  for (const name of new Set(calls.map(({ call }) => call))) {
    const own = weakenings(calls.filter(({ call }) => call === name));
    if (own.length === 0) continue;
    const before = new Set(
      found(
        name,
        ways.filter(({ call }) => call === name),
      ).map(keyOf),
    );
    for (const weakening of own) {
      const why = newWithout(name, before, weakening);
      counted.ofOne += 1;
      if (why.has(UNEXPLAINED)) counted.one += 1;
      else {
        if (why.size === 0) counted.doubled += 1;
        console.log(
          [`${name}: ${weakening.what}: ${why.size === 0 ? 'doubled' : 'explained'}`, ...why].join('\n    '),
        );
      }
    }
    counted.ofAll += 1;
    if (newWithout(name, before, together(own)).has(UNEXPLAINED)) counted.all += 1;
    else console.log(`${name}: every protection`);
  }
  const { one, ofOne, doubled, all, ofAll } = counted;
  console.log(
    `\nOne protection taken away: ${one} of ${ofOne} seen; ${doubled} more are doubled, ${ofOne - one - doubled} explained. Every protection of a call: ${all} of ${ofAll}.`,
  );
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
