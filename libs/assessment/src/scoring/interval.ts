import type { Interval } from '@app/occupations';
import type { FamilySpread } from './subject.js';
import { randomFrom } from './random.js';

export const DRAWS = 4_000;
/** Standard deviation of the error all ratings share: the same raters, the same tools, the same month. Points. */
export const COMMON_SD = 5;

export interface DrawnPart {
  readonly share: number;
  /** Share in the typical week; that of the person where none is given. */
  readonly typicalShare?: number;
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

/** What the draws say of a score. */
export interface Drawn {
  readonly interval: Interval;
  /** How far the person's week lies above the typical one, points: every tenth of the sorted differences of the draws. */
  readonly differences: Float64Array;
}

/** One in so many of the sorted differences is kept: probabilities to a quarter of a per cent. */
const KEPT = 10;

/**
 * 80 % interval from 4,000 draws (method §4): shares ~ Dirichlet(k·u) by normalised gammas, each exposure ~ N(e, s), plus one common
 * N(0, 5) a draw; 10th to 90th percentile. It always holds the score and stays on 0–100.
 *
 * Law: less information never narrows it. A draw knows nothing of what the person might have said, and a week that turns out to lie in
 * one uncertain task can honestly be less certain than the average week; so the law is kept by bounding each level by the one below it.
 */
export const drawInterval = (input: IntervalInput): Interval => draw(input).interval;

/**
 * The interval, and the difference to the typical week draw by draw. Both weeks are scored with the same drawn ratings, so the error they
 * share cancels; what is left is how far the person's shares are known and how far the tasks that differ are.
 */
export function draw(input: IntervalInput): Drawn {
  const { scores, differences } = drawScores(input);
  differences.sort();
  return {
    interval: intervalOf(scores.sort(), input),
    differences: differences.filter((_difference, index) => index % KEPT === KEPT / 2),
  };
}

function intervalOf(draws: Float64Array, { score, family, atMost }: IntervalInput): Interval {
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

function drawScores({ parts, concentration, seed, family }: IntervalInput): {
  readonly scores: Float64Array;
  readonly differences: Float64Array;
} {
  const random = randomFrom(seed);
  const used = parts.filter(({ share, typicalShare = share }) => share > 0 || typicalShare > 0);
  const scores = new Float64Array(DRAWS);
  const differences = new Float64Array(DRAWS);
  const commonSd = Math.hypot(COMMON_SD, family?.sd ?? 0);
  for (let draw = 0; draw < DRAWS; draw += 1) {
    let sum = 0;
    let weighted = 0;
    let typical = 0;
    for (const { share, exposure, sd, typicalShare = share } of used) {
      const gamma = share > 0 ? random.gamma(concentration * share) : 0;
      const drawn = exposure + sd * random.normal();
      sum += gamma;
      weighted += gamma * drawn;
      typical += typicalShare * drawn;
    }
    const own = sum > 0 ? weighted / sum : 0;
    differences[draw] = own - typical;
    scores[draw] = own + commonSd * random.normal();
  }
  return { scores, differences };
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
