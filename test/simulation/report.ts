import { FAULTS } from './faults.js';
import { shrunk } from './shrink.js';
import { type Options, type Outcome, simulate } from './simulate.js';
import type { WeatherKind } from './weather.js';

export interface Settings {
  readonly seeds: readonly number[];
  readonly orders: number;
  /** Taken in turns. */
  readonly weathers: readonly WeatherKind[];
  /** The number of the only fault to plant. */
  readonly fault?: number;
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
  twice,
  trace,
  clock,
}: Settings): Promise<boolean> {
  const failing: Outcome[] = [];
  const begun = clock();
  const totals: Record<string, number> = {};
  for (const [index, seed] of seeds.entries()) {
    const weather = weathers[index % weathers.length] ?? 'calm';
    const options = { seed, orders, weather, ...(trace && { listen: print }) };
    const outcome = await simulate(options);
    for (const [name, count] of Object.entries(outcome.counts)) totals[name] = (totals[name] ?? 0) + count;
    const counts = Object.entries(outcome.counts).map(([name, count]) => `${count} ${name}`);
    const spent = `${Math.round((clock() - begun) / 1_000)} s`;
    print(
      `${index + 1}/${seeds.length}  seed ${seed} ${weather}  ${outcome.traceHash}  ${counts.join(', ')}  ${spent}`,
    );
    if (outcome.findings.length > 0) failing.push(outcome);
    for (const { day, rule, words } of outcome.findings) print(`    ${day}  ${rule}: ${words}`);
    if (twice && (await simulate({ seed, orders, weather })).traceHash !== outcome.traceHash) {
      print(`    seed ${seed} is not the same twice`);
      failing.push(outcome);
    }
  }
  print(
    `\n${seeds.length} seeds: ${Object.entries(totals)
      .map(([name, count]) => `${count} ${name}`)
      .join(', ')}`,
  );
  for (const outcome of failing.slice(0, 3)) {
    const least = await shrunk(outcome, (options: Options) => simulate(options));
    const [first] = least.findings;
    print(
      `Seed ${outcome.seed} breaks “${first?.rule ?? 'the same twice'}” on ${first?.day ?? '-'}. The least that still does:`,
    );
    print(`  npm run simulate -- --seed ${least.seed} --orders ${least.orders} --${least.weather} --trace`);
  }
  print(failing.length === 0 ? 'Every promise was kept.' : `${failing.length} seeds break a rule.`);
  return failing.length === 0;
}

/** Plants each fault and lives through seeds until the auditor finds it. Prints a table. @returns whether each was found in time. */
export async function findPlanted({ seeds, fault, clock }: Settings): Promise<boolean> {
  const [first = 1] = seeds;
  let missed = 0;
  for (const [index, { what, where, within, plant }] of FAULTS.entries()) {
    if (fault !== undefined && fault !== index + 1) continue;
    const begun = clock();
    let found: Outcome | undefined;
    let tried = 0;
    while (!found && tried < within) {
      const outcome = await simulate({ seed: first + tried, ...where }, plant);
      tried += 1;
      if (outcome.findings.length > 0) found = outcome;
    }
    // What is found without the fault as well was not found by it.
    if (found && (await simulate({ seed: found.seed, ...where })).findings.length > 0) {
      print(`      seed ${found.seed} breaks a rule without it, too`);
      found = undefined;
    }
    if (!found) missed += 1;
    const [finding] = found?.findings ?? [];
    const how = finding
      ? `found in seed ${tried} of ${within} by “${finding.rule}”, ${finding.day}`
      : `NOT FOUND in ${within}`;
    print(`${index + 1}/${FAULTS.length}  ${what}: ${how}  (${Math.round((clock() - begun) / 1_000)} s)`);
    if (finding) print(`      ${finding.words.split('\n')[0]?.slice(0, 200)}`);
  }
  print(missed === 0 ? `\nEvery fault that was planted is found.` : `\n${missed} of them are not found.`);
  return missed === 0;
}
