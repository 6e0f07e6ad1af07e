import { readFileSync } from 'node:fs';
import { readRecordings } from './recordings.js';
import { transactionsOf } from './transactions.js';
const raw = JSON.parse(readFileSync('/tmp/schema.json', 'utf8'));
const schema: any = { tables: new Map(raw.t), functions: new Map(raw.f) };
const { calls } = readRecordings('/tmp/il', /^\w+ \/(v1|c|_sandbox)\//);
const [, , name, has, max] = process.argv;
let n = 0;
for (const c of calls.filter((c) => c.call === name)) {
  const t = transactionsOf(c, schema);
  if (has && !t.some((x) => x.work.some((w) => w.kind !== 'read' && w.table === has))) continue;
  if (n++ >= Number(max ?? 1)) break;
  console.log('=====', c.call);
  for (const x of t) {
    console.log(
      '-- tx holds',
      x.holds.map((h) => `${h.what}:${h.strength}@${h.since}${h.by ? '(' + h.by + ')' : ''}`).join(' '),
    );
    for (const w of x.work)
      console.log(
        `  ${w.at} ${w.kind} ${w.table} ${w.lock ?? ''} ${
          w.by
            ? '[' + w.by + ']'
            : w.sql
                .replace(/^select (?!1).*? from /i, 'select … from ')
                .replaceAll('"', '')
                .slice(0, 130)
        } ${w.empty ? 'EMPTY' : ''} #${w.about.slice(0, 6)}`,
      );
  }
}
