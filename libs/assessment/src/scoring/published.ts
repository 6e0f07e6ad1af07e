import { AI_USE_WORDS, AI_USES } from '../answers/ai-use.js';
import { DEMAND_LEVELS, DEMAND_WORDS } from '../answers/demands.js';
import { AI_USE_POINTS, DEMAND_POINTS, MOST_ADJUSTMENT } from './adjustment-points.js';
import { CONCENTRATION, TRUST } from './detail.js';
import { COMMON_SD, DRAWS } from './interval.js';

/** The numbers of the personal score (method §4) as the scoring uses them, for the page that publishes them. */
export const PUBLISHED_SCORING = {
  /** λ: weight of the stated week, 0–1, by how much was said; without a title it is 1, see `trustIn`. */
  trust: TRUST,
  /** k: concentration of the Dirichlet draws of the shares. */
  concentration: CONCENTRATION,
  /** Most that barriers and own use of AI move a score, points each way. */
  mostAdjustment: MOST_ADJUSTMENT,
  /** Points for each of the three biggest tasks, and for each demand, by the answer. */
  aiUse: AI_USES.map((use) => ({ answer: AI_USE_WORDS[use], points: AI_USE_POINTS[use] })),
  demands: DEMAND_LEVELS.map((level) => ({ answer: DEMAND_WORDS[level], points: DEMAND_POINTS[level] })),
  draws: DRAWS,
  /** Standard deviation of the error all ratings share, points. */
  commonSd: COMMON_SD,
} as const;
