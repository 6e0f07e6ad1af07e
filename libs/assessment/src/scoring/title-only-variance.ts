import type { Task } from '@app/occupations';

/** Variance of the error that all ratings share. */
const COMMON_VARIANCE = 25;

/**
 * Variance of the draws for a person who names only the title, worked out instead of drawn: shares ~ Dirichlet(k·w), exposures ~ N(e, s).
 * Var = Σ E[p²] s² + (Σ w e² − (Σ w e)²)/(k + 1) + 25, with E[p²] = w (k w + 1)/(k + 1).
 */
export function titleOnlyVariance(
  tasks: readonly Pick<Task, 'share' | 'exposure' | 'sd'>[],
  k: number,
): number {
  const mean = tasks.reduce((sum, { share, exposure }) => sum + share * exposure, 0);
  const ratings = tasks.reduce(
    (sum, { share, sd }) => sum + ((share * (k * share + 1)) / (k + 1)) * sd ** 2,
    0,
  );
  const spread = tasks.reduce((sum, { share, exposure }) => sum + share * (exposure - mean) ** 2, 0);
  return ratings + spread / (k + 1) + COMMON_VARIANCE;
}
