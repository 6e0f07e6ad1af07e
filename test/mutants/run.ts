import { mkdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { Stryker } from '@stryker-mutator/core';
import { parse } from 'yaml';
import { PARTS } from './parts.js';
import { compare, type Known, type Survivor } from './survivors.js';
import { tryByHand } from './try-by-hand.js';

/** Least share of the mutants that the tests must notice, per cent. */
const LEAST_KILLED = 90;
const KNOWN_FILE = 'test/mutants/survivors.yaml';

/**
 * `npm run mutants` breaks the pure parts in every small way Stryker knows and sees whether a test notices; `npm run mutants -- review`
 * does so for one part, `npm run mutants -- review --only=second` for its files with that word in their names; `npm run mutants -- by-hand` puts in the faults of by-hand.yaml
 * (`by-hand libs/payments` those of one folder). Incremental: what neither changed nor lost a test is not tried again (`.local/mutants`; `--again` forgets it).
 * With `--two`, two workers try them.
 * Fails when less than 90 % was noticed, when one that nobody explained survives, or when an explained one is noticed now.
 */
const [...words] = process.argv.slice(2);
const again = words.includes('--again');
const workers = words.includes('--two') ? 2 : 1;
const only = words.find((word) => word.startsWith('--only='))?.slice('--only='.length) ?? '';
const named = words.filter((word) => !word.startsWith('--'));
if (named[0] === 'by-hand') {
  const missed = await tryByHand(named.slice(1));
  console.log(missed.length > 0 ? '\nMend the tests of those that were missed.' : '\nAll were noticed.');
  process.exit(missed.length > 0 ? 1 : 0);
}
const unknown = named.filter((name) => !(name in PARTS));
if (unknown.length > 0) {
  console.error(`No part is called ${unknown.join(', ')}. There are: ${Object.keys(PARTS).join(', ')}.`);
  process.exit(2);
}
const names = named.length > 0 ? named : Object.keys(PARTS).filter((name) => PARTS[name]?.database === false);
const known = ((parse(readFileSync(KNOWN_FILE, 'utf8')) ?? []) as Known[]).filter(({ file }) =>
  basename(file).includes(only),
);
mkdirSync('.local/mutants', { recursive: true });
let failed = false;
const rows: string[] = [];
for (const name of names) {
  const began = Date.now();
  const { survivors, killed, late, all } = await tryPart(name);
  const { unexplained, gone } = compare(name, survivors, known);
  const share = all === 0 ? 100 : (100 * killed) / all;
  console.log(
    `\n${name}: ${killed} of ${all} noticed, ${share.toFixed(1)} %; ${late} of them by running out of time`,
  );
  for (const each of unexplained)
    console.log(
      `  survives, not explained: ${each.file}:${each.line} ${each.mutator} ${each.original} → ${each.replacement}`,
    );
  for (const each of gone)
    console.log(`  explained, but noticed now or gone: ${each.file} ${each.original} → ${each.replacement}`);
  if (share < LEAST_KILLED || unexplained.length > 0 || gone.length > 0) failed = true;
  const explained = survivors.length - unexplained.length;
  const minutes = ((Date.now() - began) / 60_000).toFixed(1);
  rows.push(
    `| ${name} | ${all} | ${killed} | ${share.toFixed(1)} | ${explained} | ${unexplained.length} | ${minutes} |`,
  );
}
console.log(
  `\n| part | mutants | noticed | % | explained | not explained | minutes |\n|---|---|---|---|---|---|---|`,
);
for (const row of rows) console.log(row);
console.log(failed ? `\nMend the tests, or explain a survivor in ${KNOWN_FILE}.` : '\nAll as it should be.');
process.exitCode = failed ? 1 : 0;

async function tryPart(name: string): Promise<{
  readonly survivors: Survivor[];
  readonly killed: number;
  readonly late: number;
  readonly all: number;
}> {
  process.env['MUTANTS_PART'] = name;
  const { mutate = [], database = false } = PARTS[name] ?? {};
  const results = await new Stryker({
    mutate: [
      ...mutate,
      '!**/*.{test,builder,entity,module}.ts',
      ...(only === '' ? [] : [`!**/!(*${only}*).ts`]),
    ],
    testRunner: 'vitest',
    plugins: ['@stryker-mutator/vitest-runner', './test/mutants/told-at-once.js'],
    vitest: { configFile: 'test/mutants/vitest.config.ts', related: true },
    coverageAnalysis: 'perTest',
    incremental: true,
    force: again,
    incrementalFile: `.local/mutants/${name}.json`,
    tempDirName: `.local/mutants/sandbox-${name}`,
    ignorePatterns: ['dist', 'out', '.local', 'docs'],
    concurrency: workers,
    mutator: { excludedMutations: database ? ['StringLiteral'] : [] },
    // Only what goes round for ever is late, however busy the machine is.
    timeoutMS: 60_000,
    dryRunTimeoutMinutes: 30,
    reporters: ['progress-append-only', 'told-at-once'],
    allowConsoleColors: false,
  }).runMutationTest();
  // Stryker also gives what it knows of the other files from before.
  const judged = results.filter(
    ({ status, fileName }) => status !== 'Ignored' && basename(fileName).includes(only),
  );
  const survivors = judged
    .filter(({ status }) => status === 'Survived' || status === 'NoCoverage')
    .map(({ fileName, location, mutatorName, replacement = '' }) => {
      const file = fileName.slice(fileName.search(/(apps|libs)\//));
      return {
        file,
        line: location.start.line,
        mutator: mutatorName,
        original: textAt(file, location),
        replacement: oneLine(replacement),
      };
    });
  const late = judged.filter(({ status }) => status === 'Timeout').length;
  return { survivors, killed: judged.length - survivors.length, late, all: judged.length };
}

/** What stood where a mutant was put, on one line. Lines and columns count from 1. */
function textAt(
  file: string,
  { start, end }: { start: { line: number; column: number }; end: { line: number; column: number } },
): string {
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .slice(start.line - 1, end.line);
  lines.push((lines.pop() ?? '').slice(0, end.column - 1));
  lines[0] = (lines[0] ?? '').slice(start.column - 1);
  return oneLine(lines.join('\n'));
}

function oneLine(text: string): string {
  const short = text.replace(/\s+/g, ' ');
  return short.length > 80 ? `${short.slice(0, 79)}…` : short;
}
