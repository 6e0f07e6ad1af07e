import type { Interval } from '@app/occupations';
import type { FamilySpread } from './subject.js';
import { randomFrom } from './random.js';

export const DRAWS = 4_000;
/** Standard deviation of the error all ratings share: the same raters, the same tools, the same month. Points. */
export const COMMON_SD = 5;

export interface DrawnPart {
  readonly share: number;
  readonly exposure: number;
  readonly sd: number;
}

export interface IntervalInput {
  readonly parts: readonly DrawnPart[];
  /** Centre: the score before the adjustments. */
  readonly score: number;
  /** k of the Dirichlet distribution of the shares. */
  readonly concentration: number;
  readonly seed: string;
  readonly family?: FamilySpread | undefined;
  /** Width of the interval the same person has with less said; this one is never wider. */
  readonly atMost?: number | undefined;
}

/**
 * 80 % interval from 4,000 draws (method §4): shares ~ Dirichlet(k·u) by normalised gammas, each exposure ~ N(e, s), plus one common
 * N(0, 5) a draw; 10th to 90th percentile. It always holds the score and stays on 0–100.
 *
 * Law: less information never narrows it. A draw knows nothing of what the person might have said, and a week that turns out to lie in
 * one uncertain task can honestly be less certain than the average week; so the law is kept by bounding each level by the one below it.
 */
export function drawInterval(input: IntervalInput): Interval {
  const { score, family, atMost } = input;
  const draws = drawScores(input).sort();
  const low = draws[Math.floor(DRAWS * 0.1)] ?? score;
  const high = draws[Math.ceil(DRAWS * 0.9) - 1] ?? score;
  const drawn = clip({ low: Math.min(low, score), high: Math.max(high, score) });
  const width = drawn.high - drawn.low;
  const least = family?.leastWidth ?? 0;
  if (atMost !== undefined && width > atMost) return stretch(drawn, score, atMost / width);
  return width < least ? widen(drawn, least) : drawn;
}

/**
 * The interval moved with the adjustments, at the same width: a judgement about barriers makes nobody surer. What would leave the scale
 * at one end is kept at the other, so the interval still holds the adjusted score, and an answer left out never narrows it.
 */
export function moved({ low, high }: Interval, by: number): Interval {
  const width = high - low;
  const from = Math.min(Math.max(0, low + by), 100 - width);
  return { low: from, high: from + width };
}

function drawScores({ parts, concentration, seed, family }: IntervalInput): Float64Array {
  const random = randomFrom(seed);
  const used = parts.filter(({ share }) => share > 0);
  const scores = new Float64Array(DRAWS);
  const commonSd = Math.hypot(COMMON_SD, family?.sd ?? 0);
  for (let draw = 0; draw < DRAWS; draw += 1) {
    let sum = 0;
    let weighted = 0;
    for (const { share, exposure, sd } of used) {
      const gamma = random.gamma(concentration * share);
      sum += gamma;
      weighted += gamma * (exposure + sd * random.normal());
    }
    scores[draw] = (sum > 0 ? weighted / sum : 0) + commonSd * random.normal();
  }
  return scores;
}

const clip = ({ low, high }: Interval): Interval => ({ low: Math.max(0, low), high: Math.min(100, high) });

const stretch = ({ low, high }: Interval, centre: number, factor: number): Interval => ({
  low: centre - (centre - low) * factor,
  high: centre + (high - centre) * factor,
});

/** To a width, equally on both sides; what falls off one end of the scale is added at the other. */
function widen({ low, high }: Interval, width: number): Interval {
  const wanted = Math.min(100, width);
  const from = Math.min(Math.max(0, low - (wanted - (high - low)) / 2), 100 - wanted);
  return { low: from, high: from + wanted };
}
