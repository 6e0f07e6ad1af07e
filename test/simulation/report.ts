import { FAULTS } from './faults.js';
import { writeCase } from './case-on-disk.js';
import { shrunk } from './shrink.js';
import { type Options, type Outcome, simulate } from './simulate.js';
import type { WeatherKind } from './weather.js';

export interface Settings {
  readonly seeds: readonly number[];
  readonly orders: number;
  /** Taken in turns. */
  readonly weathers: readonly WeatherKind[];
  /** The numbers of the only faults to plant. */
  readonly faults?: readonly number[];
  /** Every job throws at each of its steps in turn. */
  readonly stumbles: boolean;
  readonly twice: boolean;
  readonly trace: boolean;
  /** Real milliseconds, for how long it takes. */
  readonly clock: () => number;
}

const print = (line: string): void => console.log(line);

/** Lives through every seed and prints a line of each. @returns whether all was well. */
export async function liveThrough({
  seeds,
  orders,
  weathers,
  stumbles,
  twice,
  trace,
  clock,
}: Settings): Promise<boolean> {
  const failing: Outcome[] = [];
  const begun = clock();
  const totals: Record<string, number> = {};
  for (const [index, seed] of seeds.entries()) {
    const weather = weathers[index % weathers.length] ?? 'calm';
    const lived = { seed, orders, weather, ...(stumbles && { stumbles }) };
    const options = { ...lived, ...(trace && { listen: print }) };
    const outcome = await simulate(options);
    for (const [name, count] of Object.entries(outcome.counts)) totals[name] = (totals[name] ?? 0) + count;
    const counts = Object.entries(outcome.counts).map(([name, count]) => `${count} ${name}`);
    const spent = `${Math.round((clock() - begun) / 1_000)} s`;
    print(
      `${index + 1}/${seeds.length}  seed ${seed} ${weather}  ${outcome.traceHash}  ${counts.join(', ')}  ${spent}`,
    );
    if (outcome.findings.length > 0) failing.push(outcome);
    for (const { day, rule, words } of outcome.findings) print(`    ${day}  ${rule}: ${words}`);
    if (stumbles)
      print(
        `    ${Object.entries(outcome.stumbled)
          .map(([job, count]) => `${job} ${count}`)
          .join(', ')}`,
      );
    const parted = twice ? partedAt(outcome.trace, (await simulate(lived)).trace) : [];
    if (parted.length > 0) {
      print(`    seed ${seed} is not the same twice`);
      for (const line of parted) print(`    ${line}`);
      failing.push(outcome);
    }
  }
  print(
    `\n${seeds.length} seeds: ${Object.entries(totals)
      .map(([name, count]) => `${count} ${name}`)
      .join(', ')}`,
  );
  for (const outcome of failing.slice(0, 3)) await makeSmall(outcome, null);
  print(failing.length === 0 ? 'Every promise was kept.' : `${failing.length} seeds break a rule.`);
  return failing.length === 0;
}

/** Where two lives of one seed part: the last line that they share, and what comes next in each. Empty when they are the same. */
function partedAt(once: readonly string[], again: readonly string[]): string[] {
  const at = Array.from({ length: Math.max(once.length, again.length) }, (_, line) => line).find(
    (line) => once[line] !== again[line],
  );
  if (at === undefined) return [];
  const told = (trace: readonly string[]): string => trace[at] ?? 'it ends';
  return [`after  ${once[at - 1] ?? 'the start'}`, `once   ${told(once)}`, `again  ${told(again)}`];
}

/**
 * Plants each fault and lives through seeds until the auditor finds it; the same seed without the fault must be clean. Prints a table.
 * @returns whether each was found in time.
 */
export async function findPlanted(settings: Settings): Promise<boolean> {
  const rows: string[] = [];
  let missed = 0;
  for (const [index, fault] of FAULTS.entries()) {
    if (settings.faults && !settings.faults.includes(index + 1)) continue;
    const begun = settings.clock();
    const { found, tried, without } = await searched(fault, settings.seeds[0] ?? 1);
    const [finding] = found?.findings ?? [];
    if (!finding || without.length > 0) missed += 1;
    rows.push(
      `| ${index + 1} | ${fault.what} | ${finding ? `“${finding.rule}”, ${finding.day}` : 'NOT FOUND'} | ${tried} of ${fault.within} | ${finding ? (without.length > 0 ? `BREAKS “${without[0]?.rule}”` : 'clean') : '–'} |`,
    );
    print(`${rows.at(-1)}  ${Math.round((settings.clock() - begun) / 1_000)} s`);
    if (finding) print(`      ${finding.words.split('\n')[0]?.slice(0, 200)}`);
    if (found && settings.faults?.length === 1) await makeSmall(found, index + 1);
  }
  print(
    `\n| no. | fault | found by | seeds, of at most | the same seed without it |\n|---|---|---|---|---|\n${rows.join('\n')}\n`,
  );
  print(missed === 0 ? `Every fault that was planted is found.` : `${missed} of them are not found.`);
  return missed === 0;
}

/** What breaks without any fault, by the circumstances: many faults show in the same. */
const clean = new Map<string, Outcome['findings']>();

async function withoutFault(options: Options): Promise<Outcome['findings']> {
  const key = JSON.stringify(options);
  const findings = clean.get(key) ?? (await simulate(options)).findings;
  clean.set(key, findings);
  return findings;
}

async function searched(
  { where, within, plant }: (typeof FAULTS)[number],
  first: number,
): Promise<{ found: Outcome | undefined; tried: number; without: Outcome['findings'] }> {
  for (let tried = 1; tried <= within; tried += 1) {
    const seed = first + tried - 1;
    const found = await simulate({ seed, ...where }, plant);
    // What is found without the fault as well was not found by it.
    if (found.findings.length > 0) return { found, tried, without: await withoutFault({ seed, ...where }) };
  }
  return { found: undefined, tried: within, without: [] };
}

/** Finds the least that still breaks the rule, and writes it down. */
async function makeSmall(outcome: Outcome, fault: number | null): Promise<void> {
  const plant = fault === null ? undefined : FAULTS[fault - 1]?.plant;
  const least = await shrunk(outcome, (options) => simulate(options, plant));
  const [first] = least.findings;
  const path = writeCase(least, fault);
  const people = (least.only ?? Array.from({ length: least.orders }, (_, index) => index)).join(', ');
  print(
    `Seed ${outcome.seed} breaks “${first?.rule ?? 'the same twice'}” on ${first?.day ?? '-'} (${outcome.orders} customers, ${outcome.weather}, ${outcome.trace.length} lines).`,
  );
  print(`The least that still does: customer ${people}, ${least.weather}, ${least.trace.length} lines.`);
  print(`  npm run simulate -- --case ${path}`);
}
