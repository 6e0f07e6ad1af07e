import { HIGH_FROM, MEDIUM_FROM } from './risk-label.js';

export type BandWord = 'Very low' | 'Low' | 'Medium' | 'High' | 'Very high';

/** Ends of the middle three bands; 35 and 60 are the cut points of the task labels, so the two scales tell one story. */
const VERY_LOW_BELOW = 20;
const VERY_HIGH_FROM = 75;

/**
 * Word for a score of 0–100: below 20 very low, below 35 low, below 60 medium, below 75 high, else very high. On the rounded score.
 */
export function bandWord(score: number): BandWord {
  const shown = Math.round(score);
  if (shown < VERY_LOW_BELOW) return 'Very low';
  if (shown < MEDIUM_FROM) return 'Low';
  if (shown < HIGH_FROM) return 'Medium';
  return shown < VERY_HIGH_FROM ? 'High' : 'Very high';
}
