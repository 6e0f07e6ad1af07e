import type { AiUse } from '../answers/ai-use.js';
import type { DemandLevel } from '../answers/demands.js';

/**
 * Points for each of the three biggest tasks by what an AI tool does of it in the person's own work. What a tool already does shows that
 * it can; one that was tried and helped little shows that it cannot yet. Our own judgement, kept small because the ratings of the
 * tasks hold most of it already; published on the method page.
 */
export const AI_USE_POINTS: Readonly<Record<AiUse, number>> = {
  'little-help': -1,
  never: 0,
  parts: 1,
  most: 2,
};

/**
 * Points for each demand by how much of the work it is true of. What must be done in person, signed, kept secret or answered for is
 * handed over later; where nothing of the kind holds, sooner. The middle answer moves nothing. Our own judgement, as above.
 */
export const DEMAND_POINTS: Readonly<Record<DemandLevel, number>> = {
  little: 0.5,
  some: 0,
  most: -1,
};

/** Together the adjustments move a score by no more than this, up or down (method §4). */
export const MOST_ADJUSTMENT = 8;
