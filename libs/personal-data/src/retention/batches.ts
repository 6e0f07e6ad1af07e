/** What one batch did. */
export interface Batch {
  readonly done: number;
  /** The last row it looked at, where the next batch begins; null when there is none. */
  readonly next: string | null;
}

/** How a run is bounded. */
export interface Bounds {
  /** Rows in one transaction: small enough to hold locks briefly. */
  readonly size: number;
  /** Rows dealt with in one run: a backlog is worked off over several days rather than in one that never ends. */
  readonly most: number;
  /** Stops between two batches. */
  readonly signal?: AbortSignal;
}

/** The batch of a step that looked at `rows`: the next begins after the last of them, if there may be more. */
export const batchOf = (done: number, rows: readonly { readonly id: string }[], limit: number): Batch => ({
  done,
  next: rows.length < limit ? null : (rows.at(-1)?.id ?? null),
});

/** Walks through all rows in the order of their ids, also past those that must wait. @returns how many were dealt with. */
export async function throughAll(
  step: (after: string | null, limit: number) => Promise<Batch>,
  { size, most, signal }: Bounds,
): Promise<number> {
  let total = 0;
  let after: string | null = null;
  while (total < most && !signal?.aborted) {
    const { done, next }: Batch = await step(after, size);
    total += done;
    if (next === null) break;
    after = next;
  }
  return total;
}

/** Repeats a step that finds nothing twice, until it finds less than a whole batch. @returns how many were dealt with. */
export async function untilFew(
  step: (limit: number) => Promise<number>,
  { size, most, signal }: Bounds,
): Promise<number> {
  let total = 0;
  while (total < most && !signal?.aborted) {
    const done = await step(size);
    total += done;
    if (done < size) break;
  }
  return total;
}
