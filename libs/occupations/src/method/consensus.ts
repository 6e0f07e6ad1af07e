import type { Interval, MeasureId } from '../dataset/types.js';
import { mean } from './mean.js';
import { Z80 } from './score-interval.js';

/** The six measures of the consensus (method §2). Frey and Osborne's of 2013 is not one: it has a dial of its own. */
export const CONSENSUS = ['gptHuman', 'gptModel', 'ilo', 'observed', 'microsoft', 'aioeLanguage'] as const;
/** With fewer measures a group has no score of its own. */
export const LEAST_MEASURES = 4;

/** Where a group stands on each measure: the share of UK jobs below it, half of its equals counted, 0–100. A missing one is missing. */
export type Places = Readonly<Partial<Record<MeasureId, number>>>;

export interface Consensus {
  /** M: the mean of the places. */
  readonly mean: number;
  /** How far apart they stand: their standard deviation, points of percentile. */
  readonly spread: number;
}

/** M and the spread of a group's measures, or null with fewer than four. @param leaveOut a measure to do without */
export function consensusOf(places: Places, leaveOut?: MeasureId): Consensus | null {
  const known = CONSENSUS.flatMap((id) => (id === leaveOut ? [] : (places[id] ?? [])));
  if (known.length < (leaveOut === undefined ? LEAST_MEASURES : LEAST_MEASURES - 1)) return null;
  const middle = mean(known);
  return { mean: middle, spread: Math.sqrt(mean(known.map((place) => (place - middle) ** 2))) };
}

/** The data score as fitted on the editors' scores: 0–100 = intercept + consensus × M + problems × P. */
export interface FittedScore {
  readonly intercept: number;
  /** Points a point of M. */
  readonly consensus: number;
  /** Points a point of P, the importance of complex problem solving (1–5): work it matters for keeps more of its tasks. */
  readonly problems: number;
  /** Root mean square error when each edited report is left out in turn, points. */
  readonly error: number;
  /** Mean spread of the measures over the edited reports. */
  readonly meanSpread: number;
}

export const fittedScore = (fit: FittedScore, m: number, p: number): number =>
  Math.min(100, Math.max(0, fit.intercept + fit.consensus * m + fit.problems * p));

/**
 * Half of the 80 % interval, points: the calibration error, half of its square for every group and half by how far the group's measures stand
 * apart.
 */
export const halfInterval = ({ error, meanSpread }: FittedScore, spread: number, doubt = 0): number =>
  Z80 * Math.sqrt(error ** 2 * (0.5 + 0.5 * (spread / meanSpread) ** 2) + doubt ** 2);

export const around = (score: number, half: number): Interval => ({
  low: Math.max(0, score - half),
  high: Math.min(100, score + half),
});

/**
 * A sub-unit group far from its unit group is drawn towards it: beyond `reach` points only half of the distance counts. One odd link does not
 * make an outlier.
 */
export function shrunkTo(family: number, score: number, reach: number): number {
  const distance = score - family;
  return Math.abs(distance) <= reach
    ? score
    : family + Math.sign(distance) * (reach + (Math.abs(distance) - reach) / 2);
}
