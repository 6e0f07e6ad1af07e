/**
 * Whole per cent as shown. Rounded down, so that "more exposed than N %" is never more than the data say; 0–99.
 * @param percentile 0–100, share of UK employment that scores lower
 */
export const shownPercentile = (percentile: number): number =>
  Math.max(0, Math.min(99, Math.floor(percentile)));

/** The one wording of the percentile: "more exposed than 47 % of UK workers". */
export const percentileWords = (percentile: number): string =>
  `more exposed than ${shownPercentile(percentile)}% of UK workers`;
