import type { Direction } from '@app/occupations';

/** What the ranking weighs of a path that keeps every limit; the rest does not count. */
export interface RankedFacts {
  /** 0–100. */
  readonly matchPercent: number;
  /** How plausible the move is, 0–1. */
  readonly plausible: number;
  /** Points the score would fall; 0 unless a direction can be claimed. */
  readonly gap: number;
  /** Median pay against what is earned now, as a share: 0.1 is a tenth more. 0 when either is unknown. */
  readonly payGain: number;
  /** Growth of jobs to 2035 in its sub-major group, as a share; 0 when unknown. */
  readonly growth: number;
  /** −1 to 1, when the person answered the statements. */
  readonly interestFit?: number | undefined;
}

/** Weights of the ranking, points for a whole one of each (method §3). Our own; published on the method page. */
export const PATH_WEIGHTS = { match: 50, plausible: 70, exposure: 15, pay: 15, growth: 10 } as const;

/** What counts as a whole one: points of exposure, share of pay, share of jobs. Past it nothing counts further. */
const WHOLE = { gap: 30, pay: 0.4, growth: 0.2 } as const;

/** Interests that fit wholly, or not at all, count this much for or against a path: less than a quarter of the match. */
export const INTEREST_POINTS = 8;

/** What each thing that counts gives or takes, points (see {@link PATH_WEIGHTS}). */
export interface PointParts {
  readonly match: number;
  readonly plausible: number;
  readonly exposure: number;
  readonly pay: number;
  readonly growth: number;
  readonly interests: number;
}

export function pointParts(facts: RankedFacts): PointParts {
  const { match, plausible, exposure, pay, growth } = PATH_WEIGHTS;
  return {
    match: (match * facts.matchPercent) / 100,
    plausible: plausible * facts.plausible,
    exposure: exposure * part(facts.gap, WHOLE.gap),
    pay: pay * part(facts.payGain, WHOLE.pay),
    growth: growth * part(facts.growth, WHOLE.growth),
    interests: INTEREST_POINTS * (facts.interestFit ?? 0),
  };
}

export const sumOfPoints = ({ match, plausible, exposure, pay, growth, interests }: PointParts): number =>
  match + plausible + exposure + pay + growth + interests;

/** Points of a path, higher is better. */
export const pathPoints = (facts: RankedFacts): number => sumOfPoints(pointParts(facts));

const part = (value: number, whole: number): number => Math.max(-1, Math.min(1, value / whole));

/** Fall in the score that may be claimed. */
export const claimedGap = (direction: Direction, from: number, to: number): number =>
  direction === 'about as exposed' ? 0 : from - to;
