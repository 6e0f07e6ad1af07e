import { weekWordsOf } from './detail.js';
import { allStrengths } from './strengths.js';
import type { PersonalResult, RankedPath } from '../result/personal-result.js';

/** A result with other options than its ranking gave, in this order; the strengths that name what paths share follow. Pure. */
export function withPaths(
  result: PersonalResult,
  options: readonly Omit<RankedPath, 'rank'>[],
): PersonalResult {
  const pivots = options.map((option, index) => ({ ...option, rank: index + 1 }));
  const strengths = allStrengths({
    parts: result.rows.map((row) => ({ ...row, share: row.stated ?? row.share })),
    paths: pivots,
    weekWords: weekWordsOf(result.level, result.betweenJobs),
    betweenJobs: result.betweenJobs,
    adjustments: result.adjustments,
    skills: result.skills,
  });
  return { ...result, pivots, strengths };
}
