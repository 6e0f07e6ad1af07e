/** A part of the work: its share of the week and its exposure 0–100. */
export interface Part {
  readonly share: number;
  readonly exposure: number;
}

/**
 * Moves every exposure by one constant, clipped to 0–100, so that the weighted sum is the score exactly (method §2). The sum
 * rises with the constant and never falls, so the constant is found by halving; the rest of 1e-12 is put on the largest part
 * that has room.
 *
 * @param parts shares summing to 1
 * @param score wanted sum of share × exposure, 0–100
 * @returns the new exposures in the order of `parts`
 */
export function shiftExposures(parts: readonly Part[], score: number): number[] {
  const moved = (by: number): number[] =>
    parts.map(({ exposure }) => Math.min(100, Math.max(0, exposure + by)));
  const sum = (exposures: readonly number[]): number =>
    exposures.reduce((total, exposure, index) => total + exposure * (parts[index]?.share ?? 0), 0);
  let low = -100;
  let high = 100;
  for (let i = 0; i < 80; i += 1) {
    const middle = (low + high) / 2;
    if (sum(moved(middle)) < score) low = middle;
    else high = middle;
  }
  return moved((low + high) / 2);
}
