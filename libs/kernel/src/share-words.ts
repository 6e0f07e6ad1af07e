/** A whole percentage as people say it: 50 → "half of", 100 → "all of", 30 → "30% of". */
export const shareOf = (percent: number): string =>
  ({ 25: 'a quarter of', 50: 'half of', 75: 'three quarters of', 100: 'all of' })[percent] ??
  `${percent}% of`;
