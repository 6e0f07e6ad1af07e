import { roundHalfUp } from '@app/occupations';

/** O*NET codes with weights that sum to 1. */
export type Weights = Readonly<Record<string, number>>;

/** Below this share of the weight a figure would stand for less than half of the work: then there is none. */
const LEAST_WEIGHT = 0.5;

/** The mean of a figure over the linked codes that have it, by their weights; undefined where they are less than half of the work. */
export function pooled(weights: Weights, of: (code: string) => number | undefined): number | undefined {
  let sum = 0;
  let known = 0;
  let all = 0;
  for (const [code, weight] of Object.entries(weights)) {
    const value = of(code);
    all += weight;
    if (value === undefined) continue;
    sum += weight * value;
    known += weight;
  }
  return all > 0 && known >= LEAST_WEIGHT * all ? sum / known : undefined;
}

/** The same of a row of figures, each rounded half up; undefined where less than half of the work has a row. */
export function pooledRow(
  weights: Weights,
  of: (code: string) => readonly number[] | undefined,
  decimals = 2,
): number[] | undefined {
  const length = Object.keys(weights).map((code) => of(code)?.length ?? 0);
  const row = Array.from({ length: Math.max(0, ...length) }, (_, place) =>
    pooled(weights, (code) => of(code)?.[place]),
  );
  return row.length > 0 && row.every((value) => value !== undefined)
    ? row.map((value) => roundHalfUp(value ?? 0, decimals))
    : undefined;
}

/** A mean by counts, over what is known: of index entries to the figures of their codes. */
export function byCounts(
  counts: ReadonlyMap<string, number>,
  values: ReadonlyMap<string, number>,
): number | undefined {
  let sum = 0;
  let all = 0;
  for (const [code, count] of counts) {
    const value = values.get(code);
    if (value === undefined) continue;
    sum += count * value;
    all += count;
  }
  return all > 0 ? sum / all : undefined;
}

/** Links of several groups as one, each group by its jobs. */
export function merged(parts: readonly { readonly weights: Weights; readonly jobs: number }[]): Weights {
  const used = parts.filter(({ weights }) => Object.keys(weights).length > 0);
  const all = used.reduce((sum, { jobs }) => sum + jobs, 0);
  const result: Record<string, number> = {};
  for (const { weights, jobs } of used)
    for (const [code, weight] of Object.entries(weights))
      result[code] = (result[code] ?? 0) + weight * (all > 0 ? jobs / all : 1 / used.length);
  return result;
}
