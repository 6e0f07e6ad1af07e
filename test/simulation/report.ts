import { shrunk } from './shrink.js';
import { type Options, type Outcome, simulate } from './simulate.js';
import type { WeatherKind } from './weather.js';

export interface Settings {
  readonly seeds: readonly number[];
  readonly orders: number;
  /** Taken in turns. */
  readonly weathers: readonly WeatherKind[];
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

export async function findPlanted(_settings: Settings): Promise<boolean> {
  return false;
}
