/**
 * Whole per cent as shown. Rounded down, so that "more exposed than N %" is never more than the data say; 0–99.
 * @param percentile 0–100, share of UK employment that scores lower
 */
export const shownPercentile = (percentile: number): number =>
  Math.max(0, Math.min(99, Math.floor(percentile)));

/** The same as a figure that stands alone: of the lowest "under 1%", for nobody is above no one. */
export const percentileFigure = (percentile: number): string =>
  shownPercentile(percentile) === 0 ? 'under 1%' : `${shownPercentile(percentile)}%`;

/** The one wording of the percentile: "more exposed than 47% of UK workers"; who is above nobody is told that instead of a nought. */
export const percentileWords = (percentile: number): string =>
  shownPercentile(percentile) === 0
    ? 'among the least exposed of all UK workers'
    : `more exposed than ${shownPercentile(percentile)}% of UK workers`;
