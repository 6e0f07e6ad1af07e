import type { Direction } from '@app/occupations';

/** What the ranking weighs; the rest of a path does not count. */
export interface RankedFacts {
  /** 0–100. */
  readonly matchPercent: number;
  /** Points the score would fall; 0 unless the intervals separate. For staying: what the best levers give. */
  readonly gap: number;
  /** Full-time median, pounds a year, if known. */
  readonly medianPay?: number | undefined;
  /** O*NET job zones more than now, 0 or above. */
  readonly zonesUp: number;
  /** Whether a licence or registration is needed. */
  readonly licensed: boolean;
  /** How many of the things the person asked to avoid the work has. */
  readonly clashes: number;
}

export interface RankingLimits {
  readonly lowestPay?: number | undefined;
  readonly monthsToTrain?: number | undefined;
}

/** Months of preparation that one O*NET job zone adds at the least (the zones' published ranges begin 12 or more months apart). */
export const MONTHS_A_ZONE = 12;
/** A registered profession cannot be entered faster than its shortest course. */
export const MONTHS_FOR_A_LICENCE = 24;

/** Shortest training a path is likely to ask for, months. */
export const trainingMonths = ({ zonesUp, licensed }: Pick<RankedFacts, 'zonesUp' | 'licensed'>): number =>
  Math.max(zonesUp * MONTHS_A_ZONE, licensed ? MONTHS_FOR_A_LICENCE : 0);

/** Pay this share of the floor or less is out of reach of it, not only below it. */
const FAR_BELOW = 0.85;

/**
 * Points of a path, higher is better: half the match (0–50), the fall in exposure when it is claimed (up to ±30), pay against the
 * person's floor (−25 below it, −50 far below it), training against their limit (−20 beyond it), and each thing they asked to avoid
 * (−20). Our own weights; published on the method page.
 */
export function pathPoints(facts: RankedFacts, limits: RankingLimits): number {
  const exposure = Math.max(-30, Math.min(30, 0.8 * facts.gap));
  const share = limits.lowestPay && facts.medianPay !== undefined ? facts.medianPay / limits.lowestPay : 1;
  const pay = share >= 1 ? 0 : share > FAR_BELOW ? -25 : -50;
  const training =
    limits.monthsToTrain !== undefined && trainingMonths(facts) > limits.monthsToTrain ? -20 : 0;
  return facts.matchPercent / 2 + exposure + pay + training - 20 * facts.clashes;
}

/** Fall in the score that may be claimed. */
export const claimedGap = (direction: Direction, from: number, to: number): number =>
  direction === 'about as exposed' ? 0 : from - to;
