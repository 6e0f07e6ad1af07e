/** Coefficients of y ≈ c0 + Σ ci xi, c0 first, with the covariance of the coefficients up to the error's variance. */
export interface Fit {
  readonly coefficients: readonly number[];
  /** Diagonal of the inverse of XᵀX. */
  readonly inverse: readonly number[];
}

/** Solves a x = b and gives the diagonal of a's inverse, by Gauss and Jordan with pivots. */
function solve(a: readonly (readonly number[])[], b: readonly number[]): Fit {
  const size = b.length;
  const rows = a.map((row, i) => [
    ...row,
    b[i] ?? 0,
    ...Array.from({ length: size }, (_, j) => (i === j ? 1 : 0)),
  ]);
  for (let column = 0; column < size; column += 1) {
    let best = column;
    for (let i = column + 1; i < size; i += 1)
      if (Math.abs(rows[i]?.[column] ?? 0) > Math.abs(rows[best]?.[column] ?? 0)) best = i;
    const pivot = rows[best] ?? [];
    rows[best] = rows[column] ?? [];
    const by = pivot[column] ?? 0;
    if (Math.abs(by) < 1e-12) throw new RangeError('the inputs of the fit depend on each other');
    const scaled = pivot.map((value) => value / by);
    rows[column] = scaled;
    for (let i = 0; i < size; i += 1) {
      const factor = rows[i]?.[column] ?? 0;
      if (i !== column && factor !== 0)
        rows[i] = (rows[i] ?? []).map((value, j) => value - factor * (scaled[j] ?? 0));
    }
  }
  return {
    coefficients: rows.map((row) => row[size] ?? 0),
    inverse: rows.map((row, i) => row[size + 1 + i] ?? 0),
  };
}

/**
 * Least squares, or ridge regression: the penalty holds the slopes back, never the intercept.
 * @param inputs one row a case
 */
export function leastSquares(inputs: readonly (readonly number[])[], y: readonly number[], penalty = 0): Fit {
  const x = inputs.map((row) => [1, ...row]);
  const size = x[0]?.length ?? 1;
  const square = Array.from({ length: size }, (_, i) =>
    Array.from(
      { length: size },
      (_, j) =>
        x.reduce((sum, row) => sum + (row[i] ?? 0) * (row[j] ?? 0), 0) + (i === j && i > 0 ? penalty : 0),
    ),
  );
  const cross = Array.from({ length: size }, (_, i) =>
    x.reduce((sum, row, k) => sum + (row[i] ?? 0) * (y[k] ?? 0), 0),
  );
  return solve(square, cross);
}

export const predicted = (coefficients: readonly number[], row: readonly number[]): number =>
  row.reduce((sum, value, i) => sum + (coefficients[i + 1] ?? 0) * value, coefficients[0] ?? 0);
