import { readFileSync, writeFileSync, existsSync } from 'node:fs';
import { parse } from 'yaml';
import { candidates } from './analyse.js';
import { readRecordings, changesSomething } from './recordings.js';
import { readSchema, type Schema } from './schema.js';
import { transactionsOf } from './transactions.js';
import { judge, shown } from './verdict.js';
const url = process.argv[2];
if (url) {
  const s = await readSchema(url);
  writeFileSync('/tmp/schema.json', JSON.stringify({ t: [...s.tables], f: [...s.functions] }));
}
const raw = JSON.parse(readFileSync('/tmp/schema.json', 'utf8'));
const schema: Schema = { tables: new Map(raw.t), functions: new Map(raw.f) };
const { tables, foreign, unrecorded } = parse(readFileSync('test/interleavings/calls.yaml', 'utf8'));
const explained = parse(readFileSync('test/interleavings/explained.yaml', 'utf8')) ?? [];
const counts = (t: string) => !(t in tables);
const { calls, known } = readRecordings('/tmp/il', new RegExp(`^(${foreign.join('|')})`));
const errors = new Map<string, number>();
const ways: any[] = [];
const t0 = performance.now();
for (const c of calls) {
  try {
    if (changesSomething(c, schema, counts))
      ways.push({ call: c.call, transactions: transactionsOf(c, schema) });
  } catch (e) {
    const m = String((e as Error).message).slice(0, 300);
    errors.set(m, (errors.get(m) ?? 0) + 1);
  }
}
for (const [m, n] of errors) console.log(n, m);
const found = candidates(ways, schema, counts);
const { unexplained, gone } = judge(found, explained);
const rec = new Set(calls.map((c) => c.call));
console.log(
  calls.length,
  'recorded',
  ways.length,
  'ways',
  new Set(ways.map((w) => w.call)).size,
  'calls',
  found.length,
  'candidates',
  unexplained.length,
  'unexplained',
  Math.round(performance.now() - t0),
  'ms',
);
console.log(
  'never',
  known.filter((k) => !rec.has(k)),
);
console.log(
  'gone',
  gone.map((g: any) => JSON.stringify(g)),
);
writeFileSync(
  '/tmp/found.json',
  JSON.stringify(unexplained, (_k, v) => (v instanceof Set ? [...v] : v)),
);
void shown;
