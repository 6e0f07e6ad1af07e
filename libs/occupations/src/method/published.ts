import { CONSENSUS, LEAST_MEASURES } from './consensus.js';
import { BASE, CROSSWALK, Z80 } from './score-interval.js';
import { COUNTED_FROM, HAVE_SHARE, NAMED, NAMED_FROM, TOLERANCE } from './match.js';
import { HIGH_FROM, MEDIUM_FROM } from './risk-label.js';
import { ADOPTION_LAG, CAPABLE_FROM, HORIZON_MONTHS, MAX_BARRIER_MONTHS } from './window.js';

/** The numbers of the method (§2–3) as the formulas use them, for the page that publishes them. */
export const PUBLISHED = {
  /** Measures in the consensus of a data score, and how many of them a group needs. */
  consensus: { measures: CONSENSUS.length, least: LEAST_MEASURES },
  /** Standard deviations in points; `z80` of them are half a range. */
  interval: { base: BASE, crosswalk: CROSSWALK, z80: Z80 },
  /** Exposure from which a task is called so, 0–100. */
  labels: { medium: MEDIUM_FROM, high: HIGH_FROM },
  /** Importance on the scale 1–5; `haveShare` is a share of the target's importance. */
  match: {
    countedFrom: COUNTED_FROM,
    namedFrom: NAMED_FROM,
    tolerance: TOLERANCE,
    haveShare: HAVE_SHARE,
    named: NAMED,
  },
  /** Exposure from which tools can do a task, and months. */
  window: {
    capableFrom: CAPABLE_FROM,
    lag: ADOPTION_LAG,
    horizonMonths: HORIZON_MONTHS,
    mostBarrierMonths: MAX_BARRIER_MONTHS,
  },
} as const;
