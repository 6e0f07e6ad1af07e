import {
  CONSENSUS,
  consensusOf,
  type FittedScore,
  halfInterval,
  mean,
  type MeasureId,
  type Places,
  roundHalfUp,
  weightedRankCorrelation,
} from '@app/occupations';
import { type Fit, leastSquares, predicted } from './least-squares.js';

/** A group with its places and P, the importance of complex problem solving. */
export interface Placed {
  readonly places: Places;
  readonly problems: number;
}
export interface Rated extends Placed {
  readonly slug: string;
  /** The editors' score, 0–100. */
  readonly score: number;
}
export interface Employed extends Placed {
  /** UK jobs. */
  readonly jobs: number;
}

/** A way to make the score that was tried: how far off it is on an edited report it has not seen, and how it agrees with a measure left out. */
export interface Tried {
  readonly name: 'mean' | 'mean and problem solving' | 'ridge of six';
  /** Root mean square error, points. */
  readonly error: number;
  /** Mean weighted rank correlation with each measure when that is left out. */
  readonly agreement: number;
}

export interface Calibration {
  readonly fit: FittedScore;
  readonly reports: number;
  readonly tried: readonly Tried[];
  /** The effect of one point of P with its 90 % interval, points of score, before the spread is matched. */
  readonly problems: { readonly value: number; readonly low: number; readonly high: number };
  /** Share of edited reports inside the 80 % interval when each is left out, per cent. */
  readonly coverage: number;
  /** By measure: the agreement of the score made without it. */
  readonly leftOut: Readonly<Partial<Record<MeasureId, number>>>;
}

const Z90 = 1.6448536269514722;
/** Strengths of the ridge that are tried; the one with the least error is compared. */
const PENALTIES = [1e3, 3e3, 1e4, 3e4, 1e5];

type Inputs = (placed: Placed, leaveOut?: MeasureId) => number[];
const meanOf = (placed: Placed, leaveOut?: MeasureId): number =>
  consensusOf(placed.places, leaveOut)?.mean ?? 50;
const INPUTS: Readonly<Record<Tried['name'], Inputs>> = {
  mean: (placed, out) => [meanOf(placed, out)],
  'mean and problem solving': (placed, out) => [meanOf(placed, out), placed.problems],
  // Where a measure is missing the mean of the others stands in.
  'ridge of six': (placed, out) =>
    CONSENSUS.filter((id) => id !== out).map((id) => placed.places[id] ?? meanOf(placed, out)),
};

const rootMeanSquare = (errors: readonly number[]): number =>
  Math.sqrt(mean(errors.map((error) => error ** 2)));
const deviation = (values: readonly number[]): number => {
  const middle = mean(values);
  return rootMeanSquare(values.map((value) => value - middle));
};
const four = (value: number): number => roundHalfUp(Math.abs(value), 4) * Math.sign(value);

/** Errors when each report is left out in turn. @param make fits on the others and gives the score of the one left out */
const leaveOneOut = (
  rated: readonly Rated[],
  make: (others: readonly Rated[], one: Rated) => number,
): number[] => rated.map((one, index) => make(rated.toSpliced(index, 1), one) - one.score);

const fitOf = (rated: readonly Rated[], inputs: Inputs, penalty = 0, out?: MeasureId): Fit =>
  leastSquares(
    rated.map((one) => inputs(one, out)),
    rated.map(({ score }) => score),
    penalty,
  );

/**
 * Coefficients of the score on M and P whose spread over the reports is that of the editors' scores: least squares alone would draw every
 * score towards the middle.
 */
function spreadMatched(rated: readonly Rated[]): { intercept: number; consensus: number; problems: number } {
  const inputs = INPUTS['mean and problem solving'];
  const { coefficients } = fitOf(rated, inputs);
  const raw = rated.map((one) => predicted(coefficients, inputs(one)));
  const scores = rated.map(({ score }) => score);
  const stretch = deviation(scores) / deviation(raw);
  const [c0 = 0, consensus = 0, problems = 0] = coefficients;
  return {
    intercept: mean(scores) + stretch * (c0 - mean(raw)),
    consensus: stretch * consensus,
    problems: stretch * problems,
  };
}

/** Chooses nothing: works out what each way of making the score is worth, and the fit of the one that was chosen (method §2). */
export function calibrate(rated: readonly Rated[], employed: readonly Employed[]): Calibration {
  const tried = (Object.keys(INPUTS) as Tried['name'][]).map((name) => tryOut(name, rated, employed));
  const scoreOf = (fit: ReturnType<typeof spreadMatched>, one: Placed): number =>
    fit.intercept + fit.consensus * meanOf(one) + fit.problems * one.problems;
  const errors = leaveOneOut(rated, (others, one) => scoreOf(spreadMatched(others), one));
  const fit: FittedScore = {
    ...spreadMatched(rated),
    error: rootMeanSquare(errors),
    meanSpread: mean(rated.map(({ places }) => consensusOf(places)?.spread ?? 0)),
  };
  const inside = rated.filter(
    ({ places }, index) =>
      Math.abs(errors[index] ?? 0) <= halfInterval(fit, consensusOf(places)?.spread ?? fit.meanSpread),
  );
  return {
    fit: {
      intercept: four(fit.intercept),
      consensus: four(fit.consensus),
      problems: four(fit.problems),
      error: four(fit.error),
      meanSpread: four(fit.meanSpread),
    },
    reports: rated.length,
    tried: tried.map(({ name, error, agreement }) => ({
      name,
      error: four(error),
      agreement: four(agreement),
    })),
    problems: effectOfProblems(rated),
    coverage: four((100 * inside.length) / rated.length),
    leftOut: Object.fromEntries(
      CONSENSUS.map((id) => [id, four(leftOutAgreement('mean and problem solving', id, rated, employed))]),
    ),
  };
}

function tryOut(name: Tried['name'], rated: readonly Rated[], employed: readonly Employed[]): Tried {
  const inputs = INPUTS[name];
  const penalties = name === 'ridge of six' ? PENALTIES : [0];
  const best = penalties
    .map((penalty) => ({
      penalty,
      error: rootMeanSquare(
        leaveOneOut(rated, (others, one) =>
          predicted(fitOf(others, inputs, penalty).coefficients, inputs(one)),
        ),
      ),
    }))
    .sort((a, b) => a.error - b.error)[0] ?? { penalty: 0, error: 0 };
  const agreement = mean(CONSENSUS.map((id) => leftOutAgreement(name, id, rated, employed, best.penalty)));
  return { name, error: best.error, agreement };
}

/** Rank agreement, weighted by UK jobs, of a score made without a measure with that measure. */
function leftOutAgreement(
  name: Tried['name'],
  out: MeasureId,
  rated: readonly Rated[],
  employed: readonly Employed[],
  penalty = 0,
): number {
  const inputs = INPUTS[name];
  const { coefficients } = fitOf(rated, inputs, penalty, out);
  return weightedRankCorrelation(
    employed.flatMap((group) => {
      const y = group.places[out];
      return y === undefined
        ? []
        : [{ x: predicted(coefficients, inputs(group, out)), y, weight: group.jobs }];
    }),
  );
}

function effectOfProblems(rated: readonly Rated[]): Calibration['problems'] {
  const inputs = INPUTS['mean and problem solving'];
  const { coefficients, inverse } = fitOf(rated, inputs);
  const square = rated.reduce((sum, one) => sum + (one.score - predicted(coefficients, inputs(one))) ** 2, 0);
  const value = coefficients[2] ?? 0;
  const by = Z90 * Math.sqrt((square / (rated.length - 3)) * (inverse[2] ?? 0));
  return { value: four(value), low: four(value - by), high: four(value + by) };
}
