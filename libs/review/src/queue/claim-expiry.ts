/** A claim that its holder has not touched for two hours goes back to the queue, in milliseconds. */
export const CLAIM_IDLE = 2 * 3_600_000;

/** Claims last active at or before this moment have lapsed. */
export const lapsedBefore = (now: Date): Date => new Date(now.getTime() - CLAIM_IDLE);
