/** The paper, in points: A4, 18 mm margins, twelve columns. Everything on a page is placed by these. */
const MILLIMETRE = 72 / 25.4;

export const PAGE = { width: 595.28, height: 841.89 } as const;
export const MARGIN = 18 * MILLIMETRE;
export const CONTENT = PAGE.width - 2 * MARGIN;
export const GUTTER = 12;

/** Width of `count` of the twelve columns, gutters between them included. */
export const columns = (count: number): number => ((CONTENT + GUTTER) * count) / 12 - GUTTER;

/** Places that are the same on every page. */
export const PLACE = {
  kicker: MARGIN - 4,
  headline: MARGIN + 16,
  /** Below a headline of two lines. */
  body: MARGIN + 16 + 2 * 25 + 12,
  footer: PAGE.height - 36,
  /** Lowest point of a page's content: the source line ends here. */
  bottom: PAGE.height - 48,
} as const;

export const PAGES = 15;
