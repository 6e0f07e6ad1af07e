import type { Options, Outcome } from './simulate.js';

/** The same seed with less: fewer orders, then calm weather; as long as the same rule is still broken. */
export async function shrunk(
  failing: Outcome,
  live: (options: Options) => Promise<Outcome>,
): Promise<Outcome> {
  const rule = failing.findings[0]?.rule;
  const breaks = async (options: Options): Promise<Outcome | undefined> => {
    const outcome = await live(options);
    return outcome.findings.some((finding) => finding.rule === rule) ? outcome : undefined;
  };
  let least = failing;
  // Each customer has a row of chances of their own, so the first ones do the same without the others.
  for (let orders = 1; orders < least.orders; orders += 1) {
    const found = await breaks({ seed: least.seed, orders, weather: least.weather });
    if (!found) continue;
    least = found;
    break;
  }
  if (least.weather === 'storm')
    least = (await breaks({ seed: least.seed, orders: least.orders, weather: 'calm' })) ?? least;
  return least;
}
