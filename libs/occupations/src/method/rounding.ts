/**
 * The one rounding rule of the product (method §3): half up. The noise of binary fractions is taken out first, so that 2.435 is the half
 * it looks like.
 * @param decimals places kept
 */
export function roundHalfUp(value: number, decimals = 0): number {
  const scale = 10 ** decimals;
  return Math.floor(Number((value * scale).toFixed(6)) + 0.5) / scale;
}

/** An importance rating (1–5) in whole hundredths, as O*NET publishes it: what is compared is compared exactly. */
export const hundredths = (importance: number): number => roundHalfUp(100 * importance);

/**
 * Shares of a whole as whole per cents that sum to 100, whatever was lost in rounding: the largest remainders are rounded up, the first of
 * equals first.
 * @param shares summing to 1
 */
export function wholePercents(shares: readonly number[]): number[] {
  const exact = shares.map((share) => Number((100 * share).toFixed(6)));
  const floors = exact.map(Math.floor);
  const missing = roundHalfUp(exact.reduce((sum, each) => sum + each, 0)) - floors.reduce((a, b) => a + b, 0);
  const up = new Set(
    exact
      .map((value, index) => ({ index, rest: value - Math.floor(value) }))
      .sort((a, b) => b.rest - a.rest || a.index - b.index)
      .slice(0, missing)
      .map(({ index }) => index),
  );
  return floors.map((floor, index) => floor + (up.has(index) ? 1 : 0));
}
