import { INTEREST_POINTS, PATH_WEIGHTS } from './path-ranking.js';
import { FIRST_WRITTEN, RARE_BELOW } from './path-pool.js';
import { LEAST_MATCH } from './plausibility.js';
import { MOST_MORE_EXPOSED, PAID_FOR_EXPOSURE } from './rank-paths.js';
import { MOST_OF_A_KIND } from './three-of.js';
import { MOST_PATHS } from '../result/most-paths.js';

/** How a person's paths are found and put in order, in the numbers that the ranking uses, for the page that publishes them. */
export const PUBLISHED_PATHS = {
  most: MOST_PATHS,
  /** Points for a whole one of each. */
  weights: { ...PATH_WEIGHTS, interests: INTEREST_POINTS },
  /** Whole per cent of match below which nothing is offered. */
  leastMatch: LEAST_MATCH,
  /** UK jobs below which a group is offered only among the first of a list. */
  rareBelow: RARE_BELOW,
  firstOfAList: FIRST_WRITTEN,
  /** Of one minor group. */
  mostOfAKind: MOST_OF_A_KIND,
  /** Whole per cent of pay, and points, at which a more exposed path may stand. */
  paidForExposure: Math.round(100 * PAID_FOR_EXPOSURE),
  mostMoreExposed: MOST_MORE_EXPOSED,
} as const;
