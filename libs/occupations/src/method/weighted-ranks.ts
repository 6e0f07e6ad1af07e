/** A value and the employment behind it. */
export interface Weighted {
  readonly value: number;
  readonly weight: number;
}

/** Share of the weight that lies strictly below, and at, each distinct value. */
interface Step {
  readonly value: number;
  readonly below: number;
  readonly at: number;
}

function steps(items: readonly Weighted[]): { steps: Step[]; total: number } {
  const sorted = [...items].sort((a, b) => a.value - b.value);
  const result: Step[] = [];
  let below = 0;
  for (let i = 0; i < sorted.length;) {
    const value = sorted[i]?.value ?? 0;
    let at = 0;
    while (i < sorted.length && sorted[i]?.value === value) {
      at += sorted[i]?.weight ?? 0;
      i += 1;
    }
    result.push({ value, below, at });
    below += at;
  }
  return { steps: result, total: below };
}

/** Last step whose value is not above `value`, by halving. */
function stepAt(list: readonly Step[], value: number): Step | undefined {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle]?.value ?? Infinity) <= value) low = middle + 1;
    else high = middle;
  }
  return list[low - 1];
}

/** An employment-weighted scale of values. */
export interface WeightedScale {
  /** Share of the weight strictly below, 0–100: "more exposed than N %". */
  percentile(value: number): number;
  /** The same with half of those who tie, 0–100: fair to compare between scales with many ties. */
  midPercentile(value: number): number;
  /** The value at a mid-percentile (nearest known value). */
  valueAt(midPercentile: number): number;
}

/** Builds the scale once; each question is then a short search. Needs some weight above 0. */
export function weightedScale(items: readonly Weighted[]): WeightedScale {
  const { steps: list, total } = steps(items);
  if (!(total > 0)) throw new RangeError('a weighted scale needs some weight');
  return {
    percentile(value) {
      const step = stepAt(list, value);
      if (!step) return 0;
      return (100 * (step.value === value ? step.below : step.below + step.at)) / total;
    },
    midPercentile(value) {
      const step = stepAt(list, value);
      if (!step) return 0;
      return (100 * (step.below + (step.value === value ? step.at / 2 : step.at))) / total;
    },
    valueAt(midPercentile) {
      const wanted = (midPercentile / 100) * total;
      const step = list.find(({ below, at }) => below + at >= wanted) ?? list.at(-1);
      return step?.value ?? 0;
    },
  };
}

/**
 * Spearman rank correlation weighted by employment: weighted mid-ranks, then the weighted Pearson correlation of the ranks.
 * Result −1 to 1; 0 when one side does not vary.
 */
export function weightedRankCorrelation(
  pairs: readonly { readonly x: number; readonly y: number; readonly weight: number }[],
): number {
  const scaleX = weightedScale(pairs.map(({ x, weight }) => ({ value: x, weight })));
  const scaleY = weightedScale(pairs.map(({ y, weight }) => ({ value: y, weight })));
  const ranks = pairs.map(({ x, y, weight }) => ({
    x: scaleX.midPercentile(x),
    y: scaleY.midPercentile(y),
    weight,
  }));
  const total = ranks.reduce((sum, { weight }) => sum + weight, 0);
  const meanX = ranks.reduce((sum, { x, weight }) => sum + x * weight, 0) / total;
  const meanY = ranks.reduce((sum, { y, weight }) => sum + y * weight, 0) / total;
  let cross = 0;
  let squareX = 0;
  let squareY = 0;
  for (const { x, y, weight } of ranks) {
    cross += weight * (x - meanX) * (y - meanY);
    squareX += weight * (x - meanX) ** 2;
    squareY += weight * (y - meanY) ** 2;
  }
  return squareX > 0 && squareY > 0 ? cross / Math.sqrt(squareX * squareY) : 0;
}
