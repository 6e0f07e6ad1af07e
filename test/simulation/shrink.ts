import type { Options, Outcome } from './simulate.js';

/** What a life, or its outcome, came from: all that is written to a case file. */
export const optionsOf = ({
  seed,
  orders,
  weather,
  only,
  scene,
  nobodyReviews,
  forgetful,
  stumbles,
}: Options): Options => ({
  ...{ seed, orders, weather },
  ...(only && { only }),
  ...(scene && { scene }),
  ...(nobodyReviews !== undefined && { nobodyReviews }),
  ...(forgetful !== undefined && { forgetful }),
  ...(stumbles !== undefined && { stumbles }),
});

/**
 * The same seed with less: one customer alone, or as few as it takes, then calm weather; as long as the same rule is still broken. Each
 * customer has a row of chances of their own, so one does the same without the others.
 */
export async function shrunk(
  failing: Outcome,
  live: (options: Options) => Promise<Outcome>,
): Promise<Outcome> {
  const rule = failing.findings[0]?.rule;
  const breaks = async (less: Partial<Options>): Promise<Outcome | undefined> => {
    const outcome = await live({ ...optionsOf(least), ...less });
    return outcome.findings.some((finding) => finding.rule === rule) ? outcome : undefined;
  };
  let least = failing;
  const all = failing.only ?? Array.from({ length: failing.orders }, (_, index) => index);
  for (const one of all.length > 1 ? all : []) {
    const alone = await breaks({ only: [one] });
    if (!alone) continue;
    least = alone;
    break;
  }
  if (least === failing)
    for (const one of all) {
      const rest = (least.only ?? all).filter((each) => each !== one);
      if (rest.length > 0) least = (await breaks({ only: rest })) ?? least;
    }
  if (least.weather === 'storm') least = (await breaks({ weather: 'calm' })) ?? least;
  return least;
}
