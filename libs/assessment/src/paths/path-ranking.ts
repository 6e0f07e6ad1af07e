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
  /** Preparation from a standing start that our editors' route into the work names, months, where it applies to this person. */
  readonly routeMonths?: number | undefined;
  /** Whether a licence or registration is needed. */
  readonly licensed: boolean;
  /** How many of the things the person asked to avoid the work has. */
  readonly clashes: number;
  /** −1 to 1, when the person answered the statements. */
  readonly interestFit?: number | undefined;
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
export const trainingMonths = ({
  zonesUp,
  licensed,
  routeMonths = 0,
}: Pick<RankedFacts, 'zonesUp' | 'licensed' | 'routeMonths'>): number =>
  Math.max(zonesUp * MONTHS_A_ZONE, licensed ? MONTHS_FOR_A_LICENCE : 0, routeMonths);

/** Pay this share of the floor or less is far below it; between there and the floor the points fall evenly. */
const FAR_BELOW = 0.7;

/** Weights of the ranking, points. Our own; published on the method page. */
export const PATH_WEIGHTS = {
  /** For each per cent of match. */
  match: 0.5,
  /** For each point that the score would fall, where that is claimed, and the most it counts. */
  exposure: 0.8,
  mostExposure: 30,
  /** When typical pay lies below the person's floor, and far below it. */
  pay: -25,
  payFarBelow: -50,
  /** When the training is longer than they would train. */
  training: -20,
  /** For each thing they asked to avoid and the work has. */
  clash: -20,
} as const;

/** Interests that fit wholly, or not at all, count this much for or against a path: less than a quarter of the match. */
export const INTEREST_POINTS = 8;

/** Points of a path, higher is better (see {@link PATH_WEIGHTS}). */
export function pathPoints(facts: RankedFacts, limits: RankingLimits): number {
  const weights = PATH_WEIGHTS;
  const share = limits.lowestPay && facts.medianPay !== undefined ? facts.medianPay / limits.lowestPay : 1;
  const depth = Math.min(1, (1 - share) / (1 - FAR_BELOW));
  const pay = share >= 1 ? 0 : weights.pay + depth * (weights.payFarBelow - weights.pay);
  const tooLong = limits.monthsToTrain !== undefined && trainingMonths(facts) > limits.monthsToTrain;
  return (
    weights.match * facts.matchPercent +
    Math.max(-weights.mostExposure, Math.min(weights.mostExposure, weights.exposure * facts.gap)) +
    pay +
    (tooLong ? weights.training : 0) +
    weights.clash * facts.clashes +
    INTEREST_POINTS * (facts.interestFit ?? 0)
  );
}

/** Fall in the score that may be claimed. */
export const claimedGap = (direction: Direction, from: number, to: number): number =>
  direction === 'about as exposed' ? 0 : from - to;
