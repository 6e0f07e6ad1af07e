/** Work to be measured; called again and again. */
export type Work = () => unknown;

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

/** CPU time of one call in milliseconds, all threads of this process. */
async function cpuOf(work: Work, calls: number): Promise<number> {
  const before = process.cpuUsage();
  for (let call = 0; call < calls; call += 1) await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / calls;
}

export interface SideBySide {
  /** Milliseconds of CPU a call, median of all rounds. */
  readonly cpu: readonly number[];
  /** CPU of the first over CPU of the others, each the median of the rounds' own ratios: what disturbs a round disturbs both. */
  readonly ratio: (of: number, to: number) => number;
}

interface Turns {
  readonly rounds?: number;
  readonly calls?: number;
  readonly warmUp?: number;
  /** Done before each turn, and not measured. */
  readonly before?: Work;
}

/** Measures works in turns, so that a busy machine slows all of them alike. */
export async function sideBySide(
  works: readonly Work[],
  { rounds = 9, calls = 5, warmUp = 10, before = () => undefined }: Turns = {},
): Promise<SideBySide> {
  for (const work of works) await cpuOf(work, warmUp);
  const seen: number[][] = works.map(() => []);
  for (let round = 0; round < rounds; round += 1)
    for (const [index, work] of works.entries()) {
      await before();
      seen[index]?.push(await cpuOf(work, calls));
    }
  return {
    cpu: seen.map(median),
    ratio: (of, to) => median((seen[of] ?? []).map((value, round) => value / (seen[to]?.[round] ?? NaN))),
  };
}

/** Shortest wall-clock time of one call in milliseconds: for works that run in other processes as well. */
export async function shortest(work: Work, rounds = 7): Promise<number> {
  let best = Infinity;
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    await work();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}
