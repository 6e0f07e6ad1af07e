import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { startEmbeddedServer } from '../../libs/database/src/embedded-server.js';
import { candidates, type Way } from './analyse.js';
import type { Recorded } from './recorded.js';
import { changesSomething, readRecordings } from './recordings.js';
import { readSchema } from './schema.js';
import { transactionsOf } from './transactions.js';
import { type Explained, judge } from './verdict.js';
import { together, type Weakening, weakenings } from './weakenings.js';

/**
 * How much this tool sees: takes every protection from every recorded call, one after the other, and counts after which of them something is left
 * that nothing explains. What is not seen is protected twice, or explained too widely: read it. `npm run interleavings:weaken -- <folder>`.
 */
const [recorded] = process.argv.slice(2);
if (recorded === undefined)
  throw new Error('Name the folder that INTERLEAVINGS=<folder> npm test has recorded to.');
const HERE = 'test/interleavings';
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
  const seenWithout = (name: string, weakening: Weakening): boolean => {
    const weak = calls.filter(({ call }) => call === name).map((call) => wayOf(weakening.of(call)));
    const others = ways.filter(({ call }) => call !== name);
    return (
      judge(candidates([...weak, ...others], schema, counts, new Set([name])), explained).unexplained.length >
      0
    );
  };
  const one = { seen: 0, missed: [] as string[] };
  const all = { seen: 0, missed: [] as string[] };
  for (const name of new Set(calls.map(({ call }) => call))) {
    const own = weakenings(calls.filter(({ call }) => call === name));
    if (own.length === 0) continue;
    for (const [into, list] of [
      [one, own],
      [all, [together(own)]],
    ] as const)
      for (const weakening of list)
        if (seenWithout(name, weakening)) into.seen += 1;
        else into.missed.push(`${name}: ${weakening.what}`);
  }
  for (const missed of [...one.missed, ...all.missed]) console.log(missed);
  console.log(
    `\nOne protection taken away: ${one.seen} of ${one.seen + one.missed.length} seen. Every protection of a call: ${all.seen} of ${all.seen + all.missed.length}.`,
  );
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
