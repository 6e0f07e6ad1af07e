/** From here on a fit is called close, and below 0 it is called far. */
export const CLOSE_FROM = 0.5;

export type InterestFitWord = 'close' | 'partly' | 'far';

/**
 * Cosine of two profiles of the six themes, each measured from its own mean, −1 to 1: it compares what someone likes more and less, not
 * how much they like work in general. Undefined when either has no lean at all.
 */
export function interestFit(person: readonly number[], occupation: readonly number[]): number | undefined {
  if (occupation.length !== person.length) return undefined;
  const [a, b] = [centred(person), centred(occupation)];
  const length = Math.sqrt(dot(a, a) * dot(b, b));
  // A flat profile leaves only the noise of binary fractions.
  return length < 1e-9 ? undefined : Math.max(-1, Math.min(1, dot(a, b) / length));
}

export const interestFitWord = (fit: number): InterestFitWord =>
  fit >= CLOSE_FROM ? 'close' : fit >= 0 ? 'partly' : 'far';

function centred(values: readonly number[]): number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.map((value) => value - mean);
}

const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0);
