import { MOST_ADJUSTMENT } from './adjustment-points.js';
import { CONCENTRATION, TRUST } from './detail.js';
import { COMMON_SD, DRAWS } from './interval.js';

/** The numbers of the personal score (method §4) as the scoring uses them, for the page that publishes them. */
export const PUBLISHED_SCORING = {
  /** λ: weight of the stated week, 0–1, by how much was said. */
  trust: TRUST,
  /** k: concentration of the Dirichlet draws of the shares. */
  concentration: CONCENTRATION,
  /** Most that barriers and own use of AI move a score, points each way. */
  mostAdjustment: MOST_ADJUSTMENT,
  draws: DRAWS,
  /** Standard deviation of the error all ratings share, points. */
  commonSd: COMMON_SD,
} as const;
