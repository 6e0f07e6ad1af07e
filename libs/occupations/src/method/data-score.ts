import { mean } from './mean.js';

/** Weights of method §2: under these the reference occupations come out from data alone. */
export const WEIGHT_G = 0.685;
export const WEIGHT_F = 0.315;

/**
 * Data score of an occupation, 0–100: S = 100 (0.685 G + 0.315 F).
 *
 * @param g human-rated GPT exposure, 0–1 (GPTs are GPTs)
 * @param f probability of computerisation, 0–1 (Frey and Osborne)
 */
export const dataScore = (g: number, f: number): number => 100 * (WEIGHT_G * g + WEIGHT_F * f);

/** A straight line S ≈ intercept + slope × G and the standard deviation of what it leaves. */
export interface FittedLine {
  readonly intercept: number;
  readonly slope: number;
  /** In score points. */
  readonly residual: number;
}

/** Ordinary least squares of the score on G over the occupations that have both inputs (every occupation counts once). */
export function fitLine(points: readonly { readonly g: number; readonly score: number }[]): FittedLine {
  const meanG = mean(points.map((point) => point.g));
  const meanS = mean(points.map((point) => point.score));
  let cross = 0;
  let square = 0;
  for (const { g, score } of points) {
    cross += (g - meanG) * (score - meanS);
    square += (g - meanG) ** 2;
  }
  const slope = cross / square;
  const intercept = meanS - slope * meanG;
  const rest = points.reduce((sum, { g, score }) => sum + (score - intercept - slope * g) ** 2, 0);
  return { intercept, slope, residual: Math.sqrt(rest / (points.length - 2)) };
}

/** The score the line gives for G alone, kept within 0–100. */
export const scoreFromLine = (line: FittedLine, g: number): number =>
  Math.min(100, Math.max(0, line.intercept + line.slope * g));
