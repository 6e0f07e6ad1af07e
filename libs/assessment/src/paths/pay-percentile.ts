import type { PayBands } from '@app/labour-market';

/** Share of the trade that earns less, per cent. */
export type PayPercentile = number;

/** Below the middle nobody is told to expect less of another trade than its middle. */
export const MIDDLE: PayPercentile = 50;

type Point = readonly [percentile: PayPercentile, pounds: number];

const pointsOf = ({ median, p75, p90 }: PayBands): Point[] =>
  (
    [
      [MIDDLE, median],
      [75, p75],
      [90, p90],
    ] as const
  ).flatMap(([percentile, pounds]) => (pounds === null ? [] : [[percentile, pounds] as const]));

/** Where a pay stands in a trade, between its published points: from the middle up to the highest of them. */
export const percentileOf = (trade: PayBands, pounds: number): PayPercentile =>
  between(
    pointsOf(trade).map(([percentile, pay]) => [pay, percentile] as const),
    pounds,
  );

/** What somebody earns who stands as high in a trade, pounds a year. */
export const payAt = (trade: PayBands, percentile: PayPercentile): number =>
  between(pointsOf(trade), percentile);

/** Along straight lines from point to point; the first and the last hold beyond them. */
function between(points: readonly (readonly [number, number])[], x: number): number {
  const above = points.findIndex(([at]) => at >= x);
  const [toX, toY] = points[above < 0 ? points.length - 1 : above] ?? [0, 0];
  const [fromX, fromY] = points[above - 1] ?? [toX, toY];
  return above <= 0 || toX === fromX ? toY : fromY + ((x - fromX) / (toX - fromX)) * (toY - fromY);
}
